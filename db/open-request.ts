import type { Tx } from './client';
import { listContacts } from './contacts';
import { listDecisions } from './decisions';
import { listEvents } from './events';
import { listFollowUpsOf } from './follow-ups';
import { intakeOf, listDetails } from './intakes';
import { listNotes } from './notes';
import { listAssignable } from './staff-names';
import { listItem } from './worklist';

/** All rows that one request's page is made of, in one round trip. */
export async function gatherRequest(tx: Tx, id: string) {
  const [[item], [details], decisions, notes, contacts, events, followUps, staff] = await Promise.all([
    listItem(tx, id),
    listDetails(tx, id),
    listDecisions(tx, id),
    listNotes(tx, id),
    listContacts(tx, id),
    listEvents(tx, id),
    listFollowUpsOf(tx, id),
    listAssignable(tx),
  ]);
  if (!item || !details) throw new Error('a request vanished inside its transaction');
  return { item, details, intake: intakeOf(details), decisions, notes, contacts, events, followUps, staff };
}
export type Gathered = Awaited<ReturnType<typeof gatherRequest>>;
