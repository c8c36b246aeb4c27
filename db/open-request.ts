import type { Tx } from './client';
import { listContacts } from './contacts';
import { listDecisions } from './decisions';
import { listEvents } from './events';
import { listFollowUpsOf } from './follow-ups';
import { intakeOf, listDetails } from './intakes';
import { listNotes } from './notes';
import { listAssignable } from './staff-names';
import { together } from './together';
import { listItem } from './worklist';

/** All rows that one request's page is made of, in one round trip. */
export async function gatherRequest(tx: Tx, id: string) {
  const { items, found, ...lists } = await together(tx, {
    items: listItem(tx, id),
    found: listDetails(tx, id),
    decisions: listDecisions(tx, id),
    notes: listNotes(tx, id),
    contacts: listContacts(tx, id),
    events: listEvents(tx, id),
    followUps: listFollowUpsOf(tx, id),
    staff: listAssignable(tx),
  });
  const [item] = items;
  const [details] = found;
  if (!item || !details) throw new Error('a request vanished inside its transaction');
  return { item, details, intake: intakeOf(details), ...lists };
}
export type Gathered = Awaited<ReturnType<typeof gatherRequest>>;
