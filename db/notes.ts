import { desc, eq } from 'drizzle-orm';
import type { Tx } from './client';
import { notes } from './schema/history';
import { staff } from './schema/staff';
import { isOfWhole, numberOfOther } from './whole';

type NewNote = { requestId: string; authorId: string; text: string; addendumTo?: string; at: Date };

/** Append-only: a correction is an addendum. */
export async function addNote(tx: Tx, note: NewNote): Promise<string> {
  const [row] = await tx.insert(notes).values(note).returning({ id: notes.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

export async function findNote(tx: Tx, id: string) {
  const [row] = await tx
    .select({ requestId: notes.requestId, authorId: notes.authorId, addendumTo: notes.addendumTo })
    .from(notes)
    .where(eq(notes.id, id));
  return row;
}

export function listNotes(tx: Tx, requestId: string) {
  return tx
    .select({
      id: notes.id,
      at: notes.at,
      text: notes.text,
      addendumTo: notes.addendumTo,
      byId: notes.authorId,
      byName: staff.name,
      of: numberOfOther(notes.requestId, requestId),
    })
    .from(notes)
    .innerJoin(staff, eq(staff.id, notes.authorId))
    .where(isOfWhole(notes.requestId, requestId))
    .orderBy(desc(notes.at));
}
