import type { MissingItem } from '@/lib/domain/completeness';
import { missingFrom } from '@/lib/domain/completeness';
import type { EventFacts, EventKind } from '@/lib/domain/events';
import { type ContactChannel, type ContactOutcome, OUTCOME_WORDS } from '@/lib/domain/follow-up';
import type { Intake } from '@/lib/domain/intake';
import { redFlagsOf, URGENCIES, type Urgency, urgencyOf } from '@/lib/domain/red-flags';
import { MOVES } from '@/lib/domain/request';
import { OPEN_STAGES, type Stage } from '@/lib/domain/stages';
import { stageAfter, type Verdict } from '@/lib/domain/candidacy';
import { addWorkingDays, type Calendar, dayOf, dueFor, instantOf } from '@/lib/domain/working-time';
import type { Answer } from './answers';
import type { Chance } from './chance';
import type { Member } from './staff';

/** Who did it: a member, or the web form, a partner's program, the house. */
export type Doer = { readonly id: string | null; readonly name: string };
type Rows<T> = T[];
export type EventRow = { requestId: string; kind: EventKind; fromStage: Stage | null; toStage: Stage | null; actorId: string | null; actorName: string; reason: string | null; facts: EventFacts; version: number; at: Date };
export type FollowUpRow = { id: string; requestId: string; staffId: string | null; dueAt: Date; what: string; createdBy: string | null; createdAt: Date; doneAt: Date | null; doneBy: string | null };

/** Keeps a request through its life as the commands would: the same rows, the same versions, only legal moves. */
export function beginLife(chance: Chance, calendar: Calendar, requestId: string, told: Intake, by: Doer, receivedAt: Date) {
  const events: Rows<EventRow> = [];
  const decisions: Rows<Answer & { id: string; requestId: string; version: number; surgeonId: string; amendReason: string | null; at: Date }> = [];
  const notes: Rows<{ id: string; requestId: string; authorId: string; text: string; at: Date }> = [];
  const contacts: Rows<{ id: string; requestId: string; staffId: string; channel: ContactChannel; outcome: ContactOutcome; text: string | null; nextAt: Date | null; at: Date }> = [];
  const assignments: Rows<{ id: string; requestId: string; staffId: string | null; assignedBy: string | null; at: Date }> = [];
  const followUps: Rows<FollowUpRow> = [];

  const flags = redFlagsOf(told.redFlags, told.imaging.length > 0);
  const now = {
    stage: 'new' as Stage, version: 1, intake: told, flags, urgency: urgencyOf(flags), missing: missingAt(told, receivedAt), verdict: null as Verdict | null,
    coordinatorId: null as string | null, surgeonId: null as string | null, claimedAt: null as Date | null, stageSince: receivedAt,
    /** Asked at the end: working out a due date is the slow part. */
    due: (): Date | null => dueFor('new', urgencyOf(flags), receivedAt, calendar),
  };
  record(receivedAt, by, 'received', { toStage: 'new', facts: { source: told.source.channel, missing: now.missing } });

  function record(at: Date, who: Doer, kind: EventKind, more: Partial<Pick<EventRow, 'fromStage' | 'toStage' | 'reason' | 'facts'>> = {}) {
    const last = events[events.length - 1];
    if (last && at < last.at) throw new Error(`${kind} at ${at.toISOString()} comes before ${last.kind} at ${last.at.toISOString()}`);
    events.push({ requestId, kind, fromStage: null, toStage: null, reason: null, facts: {}, ...more, actorId: who.id, actorName: who.name, version: now.version, at });
  }
  function change(at: Date, stage: Stage, due: () => Date | null) {
    if (stage !== now.stage && !MOVES.some((move) => move.from === now.stage && move.to === stage)) throw new Error(`no move from ${now.stage} to ${stage}`);
    if (stage !== now.stage) now.stageSince = at;
    Object.assign(now, { stage, due, version: now.version + 1 });
  }
  function missingAt(intake: Intake, at: Date): MissingItem[] {
    return missingFrom(intake, dayOf(at, calendar.timeZone));
  }

  return {
    now, events, decisions, notes, contacts, assignments, followUps,

    move(at: Date, who: Doer, stage: Stage, ask: { reason?: string; missing?: readonly MissingItem[]; dueAt?: Date } = {}) {
      const from = now.stage;
      const { urgency } = now;
      const overridden = stage === 'ready_for_review' && from !== 'in_review' ? now.missing : [];
      change(at, stage, () => (OPEN_STAGES.includes(stage) ? (ask.dueAt ?? dueFor(stage, urgency, at, calendar)) : null));
      if (stage === 'in_review') Object.assign(now, { surgeonId: who.id, claimedAt: at });
      if (from === 'in_review' && stage === 'ready_for_review') Object.assign(now, { surgeonId: null, claimedAt: null });
      record(at, who, 'moved', {
        fromStage: from, toStage: stage, reason: ask.reason ?? null,
        facts: { ...(ask.missing ? { missing: ask.missing } : {}), ...(overridden.length > 0 ? { overridden } : {}), ...(ask.dueAt ? { dueAt: ask.dueAt.toISOString() } : {}) },
      });
    },
    assign(at: Date, who: Doer, to: Member) {
      change(at, now.stage, now.due);
      if (to.role === 'surgeon') now.surgeonId = to.id;
      else now.coordinatorId = to.id;
      assignments.push({ id: chance.id(at), requestId, staffId: to.id, assignedBy: who.id, at });
      record(at, who, 'assigned', { facts: { staffId: to.id, staffName: to.name } });
    },
    /** What was missing has come; in the waiting stage a complete file goes back to triage by itself. */
    correct(at: Date, who: Doer, after: Intake) {
      const before = now.intake;
      const parts = (Object.keys(after) as (keyof Intake)[]).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
      if (parts.length === 0) return;
      const hadMissing = now.missing.length > 0;
      const raised = redFlagsOf(after.redFlags, after.imaging.length > 0);
      const urgency = URGENCIES[Math.min(URGENCIES.indexOf(now.urgency), URGENCIES.indexOf(urgencyOf(raised)))] as Urgency;
      const isRaised = urgency !== now.urgency;
      Object.assign(now, { intake: after, flags: raised, urgency, missing: missingAt(after, at) });
      change(at, now.stage, now.due);
      record(at, who, 'corrected', { facts: { parts, missing: now.missing, before: Object.fromEntries(parts.map((part) => [part, before[part] ?? null])) } });
      const from = now.stage;
      const isComplete = from === 'awaiting_info' && hadMissing && now.missing.length === 0;
      if (!isComplete && !isRaised) return;
      const stage = isComplete ? 'triage' : from;
      const kept = now.due;
      change(at, stage, () => dueFor(stage, urgency, at, calendar) ?? kept());
      if (isComplete) record(at, who, 'moved', { fromStage: from, toStage: 'triage', reason: 'the missing items arrived' });
    },
    decide(at: Date, surgeon: Member, answer: Answer) {
      const from = now.stage;
      const stage = stageAfter(answer.verdict);
      const { urgency } = now;
      change(at, stage, () => dueFor(stage, urgency, at, calendar) ?? addWorkingDays(at, 7, calendar));
      Object.assign(now, { verdict: answer.verdict, claimedAt: null });
      decisions.push({ ...answer, id: chance.id(at), requestId, version: decisions.length + 1, surgeonId: surgeon.id, amendReason: null, at });
      record(at, surgeon, 'decided', { fromStage: from, toStage: stage, facts: { verdict: answer.verdict, reasons: answer.reasons, decisionVersion: decisions.length } });
    },
    amend(at: Date, surgeon: Member, answer: Answer, reason: string) {
      const due = () => addWorkingDays(at, 2, calendar);
      change(at, now.stage, now.stage === 'follow_up' ? due : now.due);
      now.verdict = answer.verdict;
      decisions.push({ ...answer, id: chance.id(at), requestId, version: decisions.length + 1, surgeonId: surgeon.id, amendReason: reason, at });
      followUps.push({ id: chance.id(at), requestId, staffId: now.coordinatorId, dueAt: due(), what: 'Tell the person: the decision was amended', createdBy: surgeon.id, createdAt: at, doneAt: null, doneBy: null });
      record(at, surgeon, 'amended', { reason, facts: { verdict: answer.verdict, reasons: answer.reasons, decisionVersion: decisions.length } });
    },
    note(at: Date, who: Member, text: string) {
      notes.push({ id: chance.id(at), requestId, authorId: who.id, text, at });
      record(at, who, 'noted');
    },
    /** Settles what was due by the end of that day. */
    contact(at: Date, who: Member, channel: ContactChannel, outcome: ContactOutcome, text: string | null, nextAt: Date | null = null) {
      contacts.push({ id: chance.id(at), requestId, staffId: who.id, channel, outcome, text, nextAt, at });
      record(at, who, 'contacted', { facts: { channel, outcome } });
      const endOfDay = instantOf(dayOf(at, calendar.timeZone), 24, calendar.timeZone);
      for (const open of followUps) if (!open.doneAt && open.dueAt <= endOfDay) Object.assign(open, { doneAt: at, doneBy: who.id });
      if (!nextAt) return;
      followUps.push({ id: chance.id(at), requestId, staffId: who.id, dueAt: nextAt, what: `After "${OUTCOME_WORDS[outcome].toLowerCase()}" by ${channel.replace('_', ' ')}`, createdBy: who.id, createdAt: at, doneAt: null, doneBy: null });
      record(at, who, 'follow_up_set', { facts: { dueAt: nextAt.toISOString() } });
    },
    schedule(at: Date, who: Member, dueAt: Date, what: string) {
      followUps.push({ id: chance.id(at), requestId, staffId: who.id, dueAt, what, createdBy: who.id, createdAt: at, doneAt: null, doneBy: null });
      record(at, who, 'follow_up_set', { facts: { dueAt: dueAt.toISOString(), staffId: who.id } });
    },
    finish(at: Date, who: Member) {
      for (const open of followUps.filter(({ doneAt }) => doneAt === null)) {
        Object.assign(open, { doneAt: at, doneBy: who.id });
        record(at, who, 'follow_up_done');
      }
    },
    nextFollowUpAt: () => followUps.filter(({ doneAt }) => doneAt === null).reduce<Date | null>((first, { dueAt }) => (first && first < dueAt ? first : dueAt), null),
  };
}
export type Life = ReturnType<typeof beginLife>;
