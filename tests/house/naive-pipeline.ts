import { VERDICTS } from '@/lib/domain/candidacy';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import type { Actor } from '@/lib/domain/permissions';
import { REASON_CODES } from '@/lib/domain/reasons';
import { STAGES } from '@/lib/domain/stages';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { sql } from './database';

const DAY = 86_400_000;

type Event = {
  seq: string;
  request_id: string;
  kind: string;
  to_stage: string | null;
  actor_id: string | null;
  facts: { source?: string; verdict?: string; reasons?: string[]; outcome?: string; undoes?: number };
  at: Date;
};

export async function everything(): Promise<Event[][]> {
  const rows = await sql<Event>('select seq, request_id, kind, to_stage, actor_id, facts, at from event order by seq');
  const histories = new Map<string, Event[]>();
  for (const row of rows) histories.set(row.request_id, [...(histories.get(row.request_id) ?? []), row]);
  return [...histories.values()].map(thatStand);
}

/** An undone step and its undoing, both as if they had never been. */
function thatStand(history: readonly Event[]): Event[] {
  const undone = history.map(({ facts }) => String(facts.undoes ?? ''));
  return history.filter(({ seq, kind }) => kind !== 'undone' && !undone.includes(seq));
}

/** The slow and plain way: read one history after the other. */
function readThrough(history: readonly Event[]) {
  const first = (is: (event: Event, at: number) => boolean) => history.find(is)?.at ?? null;
  const isVerdict = (event: Event) => event.kind === 'decided' || event.kind === 'amended';
  const isAnswer = (event: Event) => isVerdict(event) && event.facts.verdict !== 'cannot_tell';
  const last = history.findLast(isVerdict);
  return {
    received: history[0]?.at as Date,
    complete: first((event) => event.to_stage === 'ready_for_review'),
    decided: first(isAnswer),
    informed: first(
      (event, at) =>
        event.to_stage === 'consult_booked' ||
        (event.kind === 'contacted' && event.facts.outcome === 'told_answer' && history.slice(0, at).some(isAnswer)),
    ),
    consult: first((event) => event.to_stage === 'consult_booked'),
    procedure: first((event) => event.to_stage === 'procedure_booked'),
    stage: history.findLast((event) => event.to_stage)?.to_stage as string,
    source: history[0]?.facts.source as string,
    verdict: last?.facts.verdict ?? null,
    reasons: new Set(last?.facts.reasons ?? []),
    surgeon: last?.actor_id ?? null,
  };
}
type Read = ReturnType<typeof readThrough>;

export function naively(
  told: Event[][],
  actor: Actor,
  from: string,
  to: string,
  source: string | undefined,
  people: readonly Actor[],
  now: Date,
): PipelineStats {
  const ever = told
    .map(readThrough)
    .filter((one) => (!source || one.source === source) && (actor.role !== 'surgeon' || one.surgeon === actor.id));
  const all = ever.filter((one) => clinicDay(one.received) >= from && clinicDay(one.received) <= to);
  const isAdmin = actor.role === 'admin';
  const n = (rows: readonly unknown[]) => (isAdmin && rows.length < 11 ? null : rows.length);
  const measured = (values: number[], p: number) => (isAdmin && values.length < 11 ? null : middle(values, p));
  const milestones = ['received', 'complete', 'decided', 'informed', 'consult', 'procedure'] as const;
  const wait = (a: (typeof milestones)[number], b: (typeof milestones)[number]) =>
    all.filter((one) => one[a] && one[b]).map((one) => ((one[b] as Date).getTime() - (one[a] as Date).getTime()) / DAY);
  const pairs = [
    ...milestones.slice(1).map((b, at) => [milestones[at] as typeof b, b] as const),
    ['received', 'informed'] as const,
  ];
  const age = (one: Read) => Math.floor((now.getTime() - one.received.getTime()) / DAY);
  const bands = {
    '0-2': [0, 2],
    '3-7': [3, 7],
    '8-14': [8, 14],
    '15-30': [15, 30],
    '31-90': [31, 90],
    '91+': [91, Infinity],
  } as const;
  const isNo = (one: Read) => one.verdict === 'not_now' || one.verdict === 'not_candidate';
  return {
    from,
    to,
    now: now.toISOString(),
    mayOpenRows: !isAdmin,
    arrivals: mondays(from, to).map((week) => {
      const rows = all.filter((one) => monday(clinicDay(one.received)) === week);
      return { week, received: n(rows), decided: n(rows.filter((one) => one.decided)) };
    }),
    funnel: milestones.map((milestone) => ({ milestone, count: n(all.filter((one) => one[milestone])) })),
    waits: pairs.map(([a, b]) => ({
      from: a,
      to: b,
      median: measured(wait(a, b), 0.5),
      p90: measured(wait(a, b), 0.9),
      count: n(wait(a, b)),
    })),
    openByAge: STAGES.filter((stage) => stage !== 'completed' && stage !== 'closed').map((stage) => {
      const rows = ever.filter((one) => one.stage === stage);
      const inBand = Object.entries(bands).map(([band, [low, high]]) => [
        band,
        n(rows.filter((one) => age(one) >= low && age(one) <= high)),
      ]);
      return {
        stage,
        bands: Object.fromEntries(inBand),
        total: n(rows),
        oldestDays: n(rows) === null || rows.length === 0 ? null : Math.max(...rows.map(age)),
      };
    }),
    reasonsForNo: REASON_CODES.map((code) => ({ code, rows: all.filter((one) => isNo(one) && one.reasons.has(code)) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ code, rows }) => ({ code, count: n(rows) })),
    bySurgeon: people
      .filter(({ id }) => all.some((one) => one.surgeon === id))
      .map(({ id, name }) => {
        const rows = all.filter((one) => one.surgeon === id);
        const verdicts = VERDICTS.map((verdict) => [verdict, n(rows.filter((one) => one.verdict === verdict))]);
        const waits = rows
          .filter((one) => one.complete && one.decided)
          .map((one) => ((one.decided as Date).getTime() - (one.complete as Date).getTime()) / DAY);
        return {
          surgeon: { id: id as string, name },
          verdicts: Object.fromEntries(verdicts),
          total: n(rows),
          medianDays: n(rows) === null ? null : middle(waits, 0.5),
        };
      }),
    bySource: SOURCE_CHANNELS.map((channel) => ({ channel, rows: all.filter((one) => one.source === channel) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ channel, rows }) => ({
        source: channel,
        received: n(rows),
        complete: n(rows.filter((one) => one.complete)),
        decided: n(rows.filter((one) => one.decided)),
        candidate: n(rows.filter((one) => one.verdict === 'candidate')),
      })),
  };
}

function middle(values: number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return below * (1 - (place % 1)) + above * (place % 1);
}

const clinicDay = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: 'America/New_York' });
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
function monday(day: string): string {
  return [0, 1, 2, 3, 4, 5, 6]
    .map((back) => dayAfter(day, -back))
    .find((one) => new Date(one).getUTCDay() === 1) as string;
}
function mondays(from: string, to: string): string[] {
  const days = Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, at) => dayAfter(from, at));
  return [...new Set(days.map(monday))];
}
