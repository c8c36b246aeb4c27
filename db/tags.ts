import { eq } from 'drizzle-orm';
import type { Tx } from './client';
import { requests } from './schema/request';

/** Ask for it while the request is held. */
export async function tagsOf(tx: Tx, id: string): Promise<string[]> {
  const [row] = await tx.select({ tags: requests.tags }).from(requests).where(eq(requests.id, id));
  return row?.tags ?? [];
}

/** Nobody's typed change is lost by a tag, so the version stays. */
export async function storeTags(tx: Tx, id: string, tags: string[]) {
  await tx.update(requests).set({ tags }).where(eq(requests.id, id));
}
