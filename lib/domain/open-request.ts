import type { MergedWith } from './alike';
import type { DecisionDraft, IMAGES_REVIEWED_ON } from './candidacy';
import { type ConsentRow, consentShown } from './consents';
import type { DecisionShown, FollowUpShown, OpenRequest, StaffName, StreamItem } from './desk';
import { type DocumentRow, documentShown } from './documents';
import { unmergeUntil } from './duplicates';
import type { EventFacts, EventKind } from './events';
import { type ContactChannel, type ContactOutcome, dueState } from './follow-up';
import type { Intake } from './intake';
import { type MailKind, type MailState, problemWords } from './mail';
import type { MailSent } from './mail-shown';
import { masksFor } from './masks';
import { differencesOf } from './merging';
import { type Actor, may } from './permissions';
import type { RedFlag } from './red-flags';
import { saidNumber } from './request';
import { type ItemRow, itemShown, named } from './shown';
import type { Stage } from './stages';
import { type Calendar, dayOf } from './working-time';

type By = { readonly byId: string | null; readonly byName: string; readonly of: number | null };
type MergeRow = {
  readonly number: number;
  readonly byName: string;
  readonly at: Date;
  readonly isRepeat: boolean;
};
type DecisionRow = DecisionDraft & {
  readonly id: string;
  readonly version: number;
  readonly imagesReviewedOn: (typeof IMAGES_REVIEWED_ON)[number];
  readonly amendReason: string | null;
  readonly at: Date;
  readonly surgeonId: string;
  readonly mayAmendId: string | null;
  readonly surgeonName: string;
};
type NoteRow = By & {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
  readonly addendumTo: string | null;
};
type ContactRow = By & {
  readonly id: string;
  readonly at: Date;
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly text: string | null;
  readonly nextAt: Date | null;
};
type EventRow = By & {
  readonly seq: number;
  readonly at: Date;
  readonly kind: EventKind;
  readonly from: Stage | null;
  readonly to: Stage | null;
  readonly reason: string | null;
  readonly facts: EventFacts;
};
type FollowUpRow = {
  readonly id: string;
  readonly what: string;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
};
type MailRow = {
  readonly id: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly problem: string | null;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
};

/** What the database holds of one request. */
export type Gathered = {
  readonly item: ItemRow;
  readonly details: { readonly flags: readonly RedFlag[]; readonly claimedAt: Date | null };
  readonly intake: Intake;
  readonly decisions: readonly DecisionRow[];
  readonly notes: readonly NoteRow[];
  readonly contacts: readonly ContactRow[];
  readonly events: readonly EventRow[];
  readonly followUps: readonly FollowUpRow[];
  readonly mails: readonly MailRow[];
  readonly documents: readonly DocumentRow[];
  readonly consentLines: readonly ConsentRow[];
  readonly staff: readonly StaffName[];
  readonly mergedInto: MergeRow | null;
  readonly mergedHere: readonly (MergeRow & { readonly intake: Intake; readonly inAll: number })[];
};

/** The one screen of a request, with what this role does not see left out and named. */
export function openRequestShown(actor: Actor, held: Gathered, now: Date, clinic: Calendar): OpenRequest {
  const { item, intake, details } = held;
  const { timeZone } = clinic;
  const shown = itemShown(actor, item, now, clinic);
  const masked = masksFor(actor.role, item.verdict !== null && item.verdict !== 'cannot_tell');
  const { phone, secondPhone, email, postcode, sexAtBirth: _, ...person } = intake.person;
  const unless = <T>(field: (typeof masked)[number], value: T) =>
    masked.includes(field) || value === undefined ? {} : { [field]: value };
  return {
    ...shown,
    person: {
      ...shown.person,
      ...person,
      ...unless('secondPhone', secondPhone),
      ...unless('email', email),
      ...unless('postcode', postcode),
      phone: masked.includes('phone') ? null : phone,
    },
    masked,
    complaint: { ...shown.complaint, ...intake.complaint },
    consents: intake.consents,
    redFlags: intake.redFlags,
    flags: details.flags,
    conservativeCare: intake.conservativeCare,
    imaging: intake.imaging,
    report: intake.report ?? null,
    priorSurgery: intake.priorSurgery ?? null,
    fitness: intake.fitness ?? null,
    insurance: masked.includes('insurance') ? null : (intake.insurance ?? null),
    source: intake.source,
    documents: held.documents
      .filter(({ kind }) => kind !== 'insurance_card' || !masked.includes('insurance'))
      .map(documentShown),
    consentLines: held.consentLines.map(consentShown),
    mayAddFiles: may(actor, 'document.add', item),
    coordinator: named(item.coordinatorId, item.coordinatorName),
    surgeon: named(item.surgeonId, item.surgeonName),
    claimedAt: details.claimedAt?.toISOString() ?? null,
    decisions: held.decisions.map((row, at) => decisionShown(actor, row, at === 0)),
    stream: streamOf(actor, held),
    followUps: held.followUps.map((row) => followUpShown(row, now, timeZone)),
    mails: may(actor, 'mail.list') ? held.mails.map(mailSent) : [],
    mergedInto: held.mergedInto && {
      ...mergedWith(held.mergedInto),
      until: unmergeUntil(held.mergedInto.at).toISOString(),
    },
    mergedHere: held.mergedHere.map((row) => ({
      ...mergedWith(row),
      differs: differencesOf(intake, row.intake).filter(
        ({ path }) => !masked.some((field) => path.split('.').includes(field)),
      ),
    })),
    mergedCount: held.mergedHere[0]?.inAll ?? 0,
    staff: held.staff,
    now: now.toISOString(),
  };
}

const mergedWith = ({ number, byName, at, isRepeat }: MergeRow): MergedWith => ({
  number: saidNumber(number),
  by: byName,
  at: at.toISOString(),
  isRepeat,
});

export function followUpShown(row: FollowUpRow, now: Date, timeZone: string): FollowUpShown {
  return {
    id: row.id,
    what: row.what,
    dueAt: row.dueAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
    owner: named(row.ownerId, row.ownerName),
    dueState: dueState(row.dueAt, dayOf(row.dueAt, timeZone), now, dayOf(now, timeZone)),
  };
}

const mailSent = ({ problem, queuedAt, sentAt, ...row }: MailRow): MailSent => ({
  ...row,
  problem: problem && problemWords(problem),
  queuedAt: queuedAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
});

/** Only the version that holds can be amended, by who wrote it. */
function decisionShown(
  actor: Actor,
  { surgeonId, surgeonName, mayAmendId, at, ...row }: DecisionRow,
  isLatest: boolean,
): DecisionShown {
  return {
    ...row,
    at: at.toISOString(),
    surgeon: { id: surgeonId, name: surgeonName },
    mayAmend: isLatest && may(actor, 'decision.amend', { authorId: mayAmendId }),
  };
}

/** A note or call is shown as itself, not again as the event that counts it. */
function streamOf(actor: Actor, { notes, contacts, events }: Gathered): StreamItem[] {
  const common = ({ at, byId, byName, of }: By & { at: Date }) => ({
    at: at.toISOString(),
    of: of === null ? null : saidNumber(of),
    by: { id: byId, name: byName },
  });
  const items: StreamItem[] = [
    ...notes.map(
      (row): StreamItem => ({
        ...common(row),
        id: row.id,
        kind: 'note',
        text: row.text,
        addendumTo: row.addendumTo,
        mayAddend: row.addendumTo === null && row.of === null && may(actor, 'note.addend', { authorId: row.byId }),
      }),
    ),
    ...contacts.map(
      (row): StreamItem => ({
        ...common(row),
        id: row.id,
        kind: 'contact',
        channel: row.channel,
        outcome: row.outcome,
        text: row.text,
        nextAt: row.nextAt?.toISOString() ?? null,
      }),
    ),
    ...events
      .filter(({ kind }) => kind !== 'noted' && kind !== 'contacted')
      .map(
        (row): StreamItem => ({
          ...common(row),
          id: String(row.seq),
          kind: 'event',
          event: row.kind,
          from: row.from,
          to: row.to,
          reason: row.reason,
          facts: factsFor(actor, row.facts),
        }),
      ),
  ];
  return items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** What a correction replaced may hold a phone number: only for who sees those. */
function factsFor(actor: Actor, { before, ...facts }: EventFacts): EventFacts {
  return before && masksFor(actor.role, true).length === 0 ? { ...facts, before } : facts;
}
