import { type Tx, transact } from '@/db/client';

const last = new Map<string, Promise<unknown>>();

/** One after the other, of those who would wait for each other in the database: a hundred waiting there would hold every connection. Other instances are held apart by the database's own lock. */
export async function transactInTurn<O>(key: string | undefined, work: (tx: Tx) => Promise<O>): Promise<O> {
  if (key === undefined) return transact(work);
  const before = last.get(key) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => transact(work));
  last.set(key, mine);
  try {
    return await mine;
  } finally {
    if (last.get(key) === mine) last.delete(key);
  }
}
