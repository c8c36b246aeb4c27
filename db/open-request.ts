import type { Tx } from './client';
import { listContacts } from './contacts';
import { listDecisions } from './decisions';
import { listEvents } from './events';
import { listFollowUpsOf } from './follow-ups';
import { detailsOf, intakeOf } from './intakes';
import { listNotes } from './notes';
import { listAssignable } from './staff-names';
import { itemOf } from './worklist';

/** All rows that one request's page is made of. */
export async function gatherRequest(tx: Tx, id: string) {
  const item = await itemOf(tx, id);
  const details = await detailsOf(tx, id);
  if (!item || !details) throw new Error('a request vanished inside its transaction');
  return {
    item,
    details,
    intake: intakeOf(details),
    decisions: await listDecisions(tx, id),
    notes: await listNotes(tx, id),
    contacts: await listContacts(tx, id),
    events: await listEvents(tx, id),
    followUps: await listFollowUpsOf(tx, id),
    staff: await listAssignable(tx),
  };
}
export type Gathered = Awaited<ReturnType<typeof gatherRequest>>;
