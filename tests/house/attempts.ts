import { randomUUID } from 'node:crypto';
import { acknowledgeAlarm } from '@/lib/commands/acknowledge-alarm';
import { amendDecision } from '@/lib/commands/amend-decision';
import { assignRequest } from '@/lib/commands/assign-request';
import { claimRequest } from '@/lib/commands/claim-request';
import { completeFollowUp } from '@/lib/commands/complete-follow-up';
import { correctRequest } from '@/lib/commands/correct-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { dropDraft } from '@/lib/commands/drop-draft';
import { keepDraft } from '@/lib/commands/keep-draft';
import { keepReading } from '@/lib/commands/keep-reading';
import { logContact } from '@/lib/commands/log-contact';
import { moveRequest } from '@/lib/commands/move-request';
import { raiseUrgency } from '@/lib/commands/raise-urgency';
import { remindPerson } from '@/lib/commands/remind-person';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { submitRequest } from '@/lib/commands/submit-request';
import { tagRequest } from '@/lib/commands/tag-request';
import { undoChange } from '@/lib/commands/undo-change';
import { writeNote } from '@/lib/commands/write-note';
import type { Actor } from '@/lib/domain/permissions';
import type { Stage } from '@/lib/domain/stages';
import type { Call, Entry } from '@/lib/door/door';
import { openRequest } from '@/lib/queries/open-request';
import { readDrafts } from '@/lib/queries/read-drafts';
import { theCast } from './cast';
import { sql } from './database';
import { aFullIntake, noRedFlags } from './intake';
import type { Whose } from './matrix';
import { aCandidate, aRequestIn, decide, give, inDays, move, theRow } from './requests';

/** One way to try an action: the entry, whose subjects exist, and what is said of them. */
export type Attempt = {
  readonly action: string;
  readonly act: (actor: Actor, raw: unknown, call?: Call) => Promise<unknown>;
  readonly whose: readonly Whose[];
  readonly say: (actor: Actor, whose: Whose) => Promise<unknown>;
  /** Through request.move, which guards first. */
  readonly isMove?: true;
  /** What the entry itself is called, where the action is asked on the way. */
  readonly entered?: string;
  /** Where the door does not keep who was there. */
  readonly isQuiet?: true;
};

export const NEVER = 'MR-099999';
const letters = () =>
  randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 12);
const kept = new Map<string, string>();

/** A request in this stage of this surgeon: kept until an attempt succeeds on it. */
export async function standingIn(stage: Stage, actor: Actor, whose: Whose): Promise<string> {
  if (whose === 'never was') return NEVER;
  const { coordinator, surgeon, otherSurgeon } = theCast();
  const own = actor.role === 'surgeon' ? actor : surgeon;
  const holder = whose === 'own' ? own : own === surgeon ? otherSurgeon : surgeon;
  const isFree = whose === 'free' || whose === "nobody's";
  const key = `${stage} ${isFree ? '' : holder.id}`;
  const number = kept.get(key) ?? (await aRequestIn(stage, coordinator, holder));
  if (!isFree && (await theRow(number)).surgeon_id !== holder.id) await give(coordinator, number, holder.id);
  kept.set(key, number);
  return number;
}
export const usedUp = () => kept.clear();

const aDraft = (actor: Actor) => ({ staffId: actor.id ?? randomUUID(), kind: 'note', about: randomUUID() });
export const versionOf = async (number: string) => (number === NEVER ? 1 : (await theRow(number)).version);
export const EARLY: readonly Whose[] = ['own', "another's", "nobody's", 'never was'];
const READY: readonly Whose[] = ['own', "another's", 'free', 'never was'];
const TAKEN: readonly Whose[] = ['own', "another's", 'never was'];

export function onRequest(
  action: string,
  act: Entry<unknown>,
  stage: Stage,
  whose: readonly Whose[],
  ask: object | ((actor: Actor) => object | Promise<object>),
): Attempt {
  const isVersioned = ![
    'draft.keep',
    'draft.drop',
    'draft.read',
    'note.write',
    'contact.log',
    'follow_up.schedule',
    'request.open',
    'request.compare',
    'duplicate.list',
    'duplicate.dismiss',
    'reading.keep',
    'request.tag',
    'request.remind',
  ].includes(action);
  return {
    action,
    act,
    whose,
    async say(actor, of) {
      const number = await standingIn(stage, actor, of);
      return {
        number,
        ...(isVersioned ? { version: await versionOf(number) } : {}),
        ...(typeof ask === 'function' ? await ask(actor) : ask),
      };
    },
  };
}

const byMove = (action: string, from: Stage, to: Stage, whose: readonly Whose[], ask: object = {}): Attempt => ({
  ...onRequest(action, moveRequest, from, whose, { to, ...ask }),
  isMove: true,
  entered: 'request.move',
});

/** Attempts at a request, by every action that has one for its subject. */
export const ON_REQUESTS: readonly Attempt[] = [
  { action: 'request.submit', act: submitRequest, whose: ['none'], say: async () => aFullIntake() },
  onRequest('request.open', openRequest, 'ready_for_review', READY, {}),
  onRequest('request.open', openRequest, 'triage', EARLY, {}),
  onRequest('request.correct', correctRequest, 'triage', EARLY, () => ({
    report: { text: `Corrected ${randomUUID()}` },
  })),
  byMove('request.triage', 'new', 'triage', EARLY),
  byMove('request.ask', 'triage', 'awaiting_info', EARLY, { missing: ['report'], dueAt: inDays(7) }),
  byMove('request.ask', 'awaiting_info', 'triage', EARLY),
  byMove('request.ready', 'triage', 'ready_for_review', EARLY, { reason: 'sent on' }),
  byMove('request.ready', 'awaiting_info', 'ready_for_review', EARLY, { reason: 'sent on' }),
  byMove('request.claim', 'ready_for_review', 'in_review', READY),
  byMove('request.release', 'in_review', 'ready_for_review', TAKEN),
  byMove('request.book', 'follow_up', 'consult_booked', TAKEN, { dueAt: inDays(7) }),
  byMove('request.book', 'consult_booked', 'consult_held', TAKEN),
  byMove('request.close', 'new', 'closed', EARLY, { reason: 'DUPLICATE' }),
  byMove('request.close', 'follow_up', 'closed', TAKEN, { reason: 'INFORMED' }),
  byMove('request.reopen', 'closed', 'triage', EARLY, { reason: 'rang again' }),
  onRequest('request.assign', assignRequest, 'ready_for_review', READY, (actor: Actor) => ({
    staffId: actor.role === 'surgeon' ? null : theCast().otherSurgeon.id,
  })),
  onRequest('candidacy.decide', decideCandidacy, 'in_review', TAKEN, aCandidate),
  { ...onRequest('reading.keep', keepReading, 'triage', EARLY, {}), isQuiet: true },
  onRequest('request.raise', raiseUrgency, 'triage', EARLY, { urgency: 'emergency', reason: 'sounds worse' }),
  {
    ...onRequest('request.remind', remindPerson, 'awaiting_info', EARLY, {}),
    async say(_, whose) {
      if (whose === 'never was') return { number: NEVER };
      const { coordinator, surgeon } = theCast();
      const willing = { consents: { privacyNotice: true, review: true, shareImages: true, email: true } };
      const number = await aRequestIn('awaiting_info', coordinator, surgeon, willing);
      await sql("update mail set queued_at = now() - interval '2 days'");
      return { number };
    },
  },
  {
    ...onRequest('alarm.acknowledge', acknowledgeAlarm, 'ready_for_review', READY, {}),
    async say(actor, whose) {
      const number = await standingIn('ready_for_review', actor, whose);
      const { coordinator } = theCast();
      const told = { number, version: await versionOf(number), redFlags: { ...noRedFlags, CES1: 'yes' } };
      if (whose !== 'never was' && !(await theRow(number)).alarm_since) await correctRequest(coordinator, told);
      return { number };
    },
  },
  onRequest('request.tag', tagRequest, 'triage', EARLY, () => ({ add: [`tag ${letters()}`] })),
  {
    action: 'change.undo',
    act: undoChange,
    whose: EARLY,
    // A fresh slip of the one who tries; of somebody's, where they may not move it themselves.
    async say(actor, whose) {
      const number = await standingIn('triage', actor, whose);
      if (whose === 'never was') return { number, version: 1 };
      const by = actor.role === 'manager' ? actor : theCast().coordinator;
      await move(by, number, 'closed', { reason: 'DUPLICATE' });
      usedUp();
      return { number, version: await versionOf(number) };
    },
  },
  onRequest('note.write', writeNote, 'triage', EARLY, { text: 'Rang twice.' }),
  onRequest('contact.log', logContact, 'triage', EARLY, { channel: 'phone', outcome: 'reached' }),
  onRequest('follow_up.schedule', scheduleFollowUp, 'triage', EARLY, { dueAt: inDays(2), what: 'Ring again' }),
  onRequest('draft.keep', keepDraft, 'ready_for_review', READY, (actor: Actor) => ({
    ...aDraft(actor),
    value: { text: 'Half' },
    mark: randomUUID(),
    seen: [],
    isKept: false,
  })),
  onRequest('draft.drop', dropDraft, 'ready_for_review', READY, (actor: Actor) => ({ ...aDraft(actor), seen: [] })),
  onRequest('draft.read', readDrafts, 'ready_for_review', READY, {}),
  {
    action: 'request.claim',
    act: claimRequest,
    whose: ['none'],
    async say(actor) {
      await standingIn('ready_for_review', actor, 'free');
      return {};
    },
  },
  {
    action: 'decision.amend',
    act: amendDecision,
    whose: TAKEN,
    async say(actor, whose) {
      const number = await standingIn('follow_up', actor, whose);
      return {
        number,
        version: await versionOf(number),
        ...aCandidate,
        amendReason: 'the report was another person’s',
      };
    },
  },
  {
    action: 'follow_up.complete',
    act: completeFollowUp,
    whose: TAKEN,
    async say(actor, whose) {
      if (whose === 'never was') return { followUpId: randomUUID() };
      const { coordinator, surgeon, otherSurgeon } = theCast();
      const own = actor.role === 'surgeon' ? actor : surgeon;
      const staffId = whose === 'own' ? own.id : own === surgeon ? otherSurgeon.id : surgeon.id;
      // The request is the other one's: the follow-up alone decides.
      const number = await standingIn('triage', actor, whose === 'own' ? "another's" : 'own');
      return {
        followUpId: (await scheduleFollowUp(coordinator, { number, dueAt: inDays(3), what: 'Ring', staffId }))
          .followUpId,
      };
    },
  },
];

/** An addendum is written through note.write, on a request that the writer may write on. */
export async function aNoteOf(author: Actor, reader: Actor) {
  const { coordinator, surgeon } = theCast();
  const holder = [author, reader].find(({ role }) => role === 'surgeon') ?? surgeon;
  const number = await aRequestIn('ready_for_review', coordinator, holder);
  await give(coordinator, number, author.role === 'surgeon' ? author.id : holder.id);
  const { noteId } = await writeNote(author, { number, text: 'First.' });
  if (reader.role === 'surgeon') await give(coordinator, number, reader.id);
  return { number, text: 'Second.', addendumTo: noteId };
}

/** Decided by one surgeon and given to another since: the author amends, whoever holds it. */
export async function decidedBy(author: Actor, holder: Actor): Promise<string> {
  const { coordinator } = theCast();
  const number = await aRequestIn('in_review', coordinator, author);
  await decide(author, number);
  await give(coordinator, number, holder.id);
  return number;
}
