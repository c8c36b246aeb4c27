import type { Tx } from './client';
import { listConsents } from './consents';
import { listContacts } from './contacts';
import { listDecisions } from './decisions';
import { listDocuments } from './documents';
import { listEvents } from './events';
import { listFollowUpsOf } from './follow-ups';
import { intakeOf, listDetails } from './intakes';
import { listMailsOf } from './mails';
import { listMergedHere, listMergedInto } from './merges';
import { listNotes } from './notes';
import { listAssignable } from './staff-names';
import { listItem } from './worklist';

/** All rows that one request's page is made of, in one round trip. */
export async function gatherRequest(tx: Tx, id: string) {
  const [
    [item],
    [details],
    decisions,
    notes,
    contacts,
    events,
    followUps,
    mails,
    staff,
    [mergedInto],
    mergedHere,
    documents,
    consentLines,
  ] = await Promise.all([
    listItem(tx, id),
    listDetails(tx, id),
    listDecisions(tx, id),
    listNotes(tx, id),
    listContacts(tx, id),
    listEvents(tx, id),
    listFollowUpsOf(tx, id),
    listMailsOf(tx, id),
    listAssignable(tx),
    listMergedInto(tx, id),
    listMergedHere(tx, id),
    listDocuments(tx, id),
    listConsents(tx, id),
  ]);
  if (!item || !details) throw new Error('a request vanished inside its transaction');
  return {
    item,
    details,
    intake: intakeOf(details),
    decisions,
    notes,
    contacts,
    events,
    followUps,
    mails,
    consentLines,
    documents,
    staff,
    mergedInto: mergedInto ?? null,
    mergedHere: mergedHere.map(({ number, byName, at, isRepeat, inAll, ...row }) => ({
      number,
      byName,
      at,
      isRepeat,
      inAll,
      intake: intakeOf(row),
    })),
  };
}
export type Gathered = Awaited<ReturnType<typeof gatherRequest>>;
