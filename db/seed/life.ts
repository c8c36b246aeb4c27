import { stageAfter, type Verdict } from '@/lib/domain/candidacy';
import { type MissingItem, missingFrom, NO_FILES } from '@/lib/domain/completeness';
import type { EventFacts, EventKind } from '@/lib/domain/events';
import { type ContactChannel, type ContactOutcome, OUTCOME_WORDS, settles } from '@/lib/domain/follow-up';
import type { Intake } from '@/lib/domain/intake';
import { isAlarming, type RedFlag, redFlagsOf, URGENCIES, type Urgency, urgencyOf } from '@/lib/domain/red-flags';
import { hasArrived, MOVES } from '@/lib/domain/request';
import { OPEN_STAGES, type Stage } from '@/lib/domain/stages';
import { addWorkingDays, dueFor } from '@/lib/domain/working-time';
import type { Answer } from './answers';
import type { Chance } from './chance';
import type { WorkClock } from './clock';
import { DueList } from './due-list';
import type { Ask, Doer, EventRow, Kept } from './rows';
import type { Member } from './staff';

/** Keeps a request through its life as the commands would: the same rows and versions, only legal moves. */
export class Life {
  readonly events: EventRow[] = [];
  readonly decisions: (Kept & Answer & { version: number; surgeonId: string; amendReason: string | null })[] = [];
  readonly notes: (Kept & { authorId: string; text: string })[] = [];
  readonly contacts: (Kept & {
    staffId: string;
    channel: ContactChannel;
    outcome: ContactOutcome;
    text: string | null;
    nextAt: Date | null;
  })[] = [];
  readonly assignments: (Kept & { staffId: string; assignedBy: string | null })[] = [];
  readonly dues: DueList;

  stage: Stage = 'new';
  stageSince: Date;
  version = 1;
  intake: Intake;
  flags: RedFlag[];
  urgency: Urgency;
  missing: MissingItem[];
  verdict: Verdict | null = null;
  coordinatorId: string | null = null;
  surgeonId: string | null = null;
  claimedAt: Date | null = null;
  askedFor: string[] = [];
  alarmSince: Date | null;
  /** Asked once, at the end: a due date is slow to work out. */
  dueAt: () => Date | null;

  constructor(
    private readonly chance: Chance,
    private readonly clock: WorkClock,
    readonly requestId: string,
    told: Intake,
    by: Doer,
    receivedAt: Date,
  ) {
    this.dues = new DueList(chance, requestId);
    this.intake = told;
    this.flags = redFlagsOf(told);
    this.urgency = urgencyOf(this.flags);
    this.missing = missingFrom(told, clock.dayAt(receivedAt), NO_FILES);
    this.stageSince = receivedAt;
    this.alarmSince = isAlarming(this.urgency) ? receivedAt : null;
    this.dueAt = () => dueFor('new', this.urgency, receivedAt, clock.calendar);
    this.record(receivedAt, by, 'received', {
      toStage: 'new',
      facts: { source: told.source.channel, missing: this.missing },
    });
  }

  move(at: Date, who: Doer, to: Stage, ask: Ask = {}) {
    const { stage: from, urgency } = this;
    const overridden = to === 'ready_for_review' && from !== 'in_review' ? this.missing : [];
    this.change(at, to, () =>
      OPEN_STAGES.includes(to) ? (ask.dueAt ?? dueFor(to, urgency, at, this.clock.calendar)) : null,
    );
    if (to === 'awaiting_info') this.askedFor = [...(ask.missing ?? [])];
    if (to === 'in_review') [this.surgeonId, this.claimedAt] = [who.id, at];
    else if (from === 'in_review') [this.surgeonId, this.claimedAt] = [null, null];
    this.record(at, who, 'moved', {
      fromStage: from,
      toStage: to,
      reason: ask.reason ?? null,
      facts: {
        ...(ask.missing ? { missing: ask.missing } : {}),
        ...(overridden.length > 0 ? { overridden } : {}),
        ...(ask.dueAt ? { dueAt: ask.dueAt.toISOString() } : {}),
      },
    });
  }

  assign(at: Date, who: Doer, to: Member) {
    this.change(at);
    if (to.role === 'surgeon') this.surgeonId = to.id;
    else this.coordinatorId = to.id;
    this.assignments.push({ ...this.kept(at), staffId: to.id, assignedBy: who.id });
    this.record(at, who, 'assigned', { facts: { staffId: to.id, staffName: to.name } });
  }

  /** What was missing has come. In the waiting stage a complete file goes back to triage by itself. */
  correct(at: Date, who: Doer, after: Intake) {
    const before = this.intake;
    const parts = (Object.keys(after) as (keyof Intake)[]).filter(
      (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
    );
    if (parts.length === 0) return;
    const request = { stage: this.stage, askedFor: this.askedFor, missing: this.missing };
    this.intake = after;
    this.flags = redFlagsOf(after);
    if (URGENCIES.indexOf(urgencyOf(this.flags)) < URGENCIES.indexOf(this.urgency))
      throw new Error('a correction raised the urgency: not in this play');
    this.missing = missingFrom(after, this.clock.dayAt(at), NO_FILES);
    this.change(at);
    this.record(at, who, 'corrected', {
      facts: {
        parts,
        missing: this.missing,
        before: Object.fromEntries(parts.map((part) => [part, before[part] ?? null])),
      },
    });
    if (!hasArrived(request, this.missing)) return;
    this.change(at, 'triage', () => dueFor('triage', this.urgency, at, this.clock.calendar));
    this.record(at, who, 'moved', {
      fromStage: 'awaiting_info',
      toStage: 'triage',
      reason: 'the missing items arrived',
    });
  }

  decide(at: Date, surgeon: Member, answer: Answer) {
    const { stage: from, urgency } = this;
    const to = stageAfter(answer.verdict);
    this.change(
      at,
      to,
      () => dueFor(to, urgency, at, this.clock.calendar) ?? addWorkingDays(at, 7, this.clock.calendar),
    );
    this.claimedAt = null;
    if (to === 'awaiting_info') this.askedFor = [...answer.needs];
    else this.alarmSince = null;
    this.mark(at, surgeon, answer, null);
    this.record(at, surgeon, 'decided', { fromStage: from, toStage: to, facts: this.marked() });
  }

  amend(at: Date, surgeon: Member, answer: Answer, reason: string) {
    const dueAt = addWorkingDays(at, 2, this.clock.calendar);
    this.change(at, this.stage, this.stage === 'follow_up' ? () => dueAt : this.dueAt);
    this.mark(at, surgeon, answer, reason);
    this.dues.add(at, surgeon, dueAt, 'Tell the person: the decision was amended', this.coordinatorId);
    this.record(at, surgeon, 'amended', { reason, facts: this.marked() });
    this.record(at, surgeon, 'follow_up_set', {
      facts: { dueAt: dueAt.toISOString(), staffId: this.coordinatorId },
    });
  }

  note(at: Date, who: Member, text: string) {
    this.notes.push({ ...this.kept(at), authorId: who.id, text });
    this.record(at, who, 'noted');
  }

  /** Settles what was due by the end of that day. */
  contact(
    at: Date,
    who: Member,
    made: { channel: ContactChannel; outcome: ContactOutcome; text: string | null; nextAt: Date | null },
  ) {
    const { channel, outcome, nextAt } = made;
    const kept = this.kept(at);
    this.contacts.push({ ...kept, staffId: who.id, ...made });
    this.record(at, who, 'contacted', { facts: { channel, outcome } });
    if (settles(outcome, nextAt !== null)) this.finish(at, who, this.clock.endOfDay(at));
    if (!nextAt) return;
    this.dues.add(
      at,
      who,
      nextAt,
      `After "${OUTCOME_WORDS[outcome].toLowerCase()}" by ${channel.replace('_', ' ')}`,
      who.id,
      kept.id,
    );
    this.record(at, who, 'follow_up_set', { facts: { dueAt: nextAt.toISOString() } });
  }

  schedule(at: Date, who: Member, dueAt: Date, what: string) {
    this.dues.add(at, who, dueAt, what, who.id);
    this.record(at, who, 'follow_up_set', { facts: { dueAt: dueAt.toISOString(), staffId: who.id } });
  }

  /** Ticks off whatever is still open, or due by then, each by itself. */
  finish(at: Date, who: Doer, dueBy?: Date) {
    for (const { dueAt, staffId } of this.dues.settle(at, who, dueBy))
      this.record(at, who, 'follow_up_done', { facts: { dueAt: dueAt.toISOString(), staffId: staffId ?? null } });
  }

  private change(at: Date, to: Stage = this.stage, dueAt: () => Date | null = this.dueAt) {
    if (to !== this.stage) {
      if (!MOVES.some((move) => move.from === this.stage && move.to === to))
        throw new Error(`no move from ${this.stage} to ${to}`);
      this.stageSince = at;
      this.askedFor = [];
    }
    this.stage = to;
    this.dueAt = dueAt;
    this.version += 1;
  }

  private record(
    at: Date,
    who: Doer,
    kind: EventKind,
    more: Partial<Pick<EventRow, 'fromStage' | 'toStage' | 'reason' | 'facts'>> = {},
  ) {
    const last = this.events.at(-1);
    if (last && at < last.at)
      throw new Error(`${kind} at ${at.toISOString()} comes before ${last.kind} at ${last.at.toISOString()}`);
    this.events.push({
      requestId: this.requestId,
      kind,
      fromStage: null,
      toStage: null,
      reason: null,
      facts: {},
      ...more,
      actorId: who.id,
      actorName: who.name,
      version: this.version,
      at,
    });
  }

  private mark(at: Date, surgeon: Member, answer: Answer, amendReason: string | null) {
    this.verdict = answer.verdict;
    this.decisions.push({
      ...this.kept(at),
      ...answer,
      version: this.decisions.length + 1,
      surgeonId: surgeon.id,
      amendReason,
    });
  }

  private marked(): EventFacts {
    const latest = this.decisions.at(-1);
    return latest ? { verdict: latest.verdict, reasons: latest.reasons, decisionVersion: latest.version } : {};
  }

  private kept(at: Date): Kept {
    return { id: this.chance.id(at), requestId: this.requestId, at };
  }
}
