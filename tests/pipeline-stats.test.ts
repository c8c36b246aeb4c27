import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '@/lib/domain/candidacy';
import type { PipelineStats } from '@/lib/domain/desk';
import { CONTACT_OUTCOMES } from '@/lib/domain/follow-up';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import type { Actor } from '@/lib/domain/permissions';
import { REASON_CODES } from '@/lib/domain/reasons';
import { STAGES } from '@/lib/domain/stages';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { sql, useDatabase } from './house/database';
import { aPerson } from './house/people';

const DAY = 86_400_000;
const NOW = new Date('2026-03-20T16:00:00Z');

describe('pipeline statistics', () => {
  useDatabase();

  it('equal a naive recomputation from the raw events, whatever happened, for every role, range and source', async () => {
    const people = [await aPerson('surgeon', 'Ines Roth'), await aPerson('surgeon', 'Tom Abe'), await aPerson('manager'), await aPerson('admin')];
    const surgeons = people.slice(0, 2);
    await fc.assert(fc.asyncProperty(fc.array(aHistory, { minLength: 1, maxLength: 12 }), fc.array(aQuestion, { minLength: 4, maxLength: 4 }), async (histories, questions) => {
      for (const history of histories) await happen(history, surgeons);
      const told = await everything();
      for (const [at, actor] of people.entries()) {
        const { from, length, source } = questions[at] as Question;
        const to = dayAfter(from, length);
        const shown = await pipelineStats(actor, { from, to, ...(source ? { source } : {}) }, { now: NOW });
        expect(rounded(shown)).toEqual(rounded(naively(told, actor, from, to, source, people)));
      }
    }), { numRuns: 25 });
  }, 120_000);

  it('count the clinic\'s days: a request of 23:59 belongs to its day, one of midnight to the next', async () => {
    const manager = await aPerson('manager');
    await happen({ receivedAt: Date.parse('2024-11-04T04:59:59.999Z'), source: 'web', steps: [] }, []);
    await happen({ receivedAt: Date.parse('2024-11-04T05:00:00.000Z'), source: 'web', steps: [] }, []);
    const on = async (day: string) => (await pipelineStats(manager, { from: day, to: day }, { now: NOW })).funnel[0]?.count;
    expect([await on('2024-11-03'), await on('2024-11-04'), await on('2024-11-05')]).toEqual([1, 1, 0]);
  });

  it('show 90 days up to today unless asked, and refuse a range that ends before it begins', async () => {
    const manager = await aPerson('manager');
    expect(await pipelineStats(manager, {}, { now: NOW })).toMatchObject({ from: '2025-12-21', to: '2026-03-20' });
    await expect(pipelineStats(manager, { from: '2026-02-02', to: '2026-02-01' })).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'from' }] });
    await expect(pipelineStats(manager, { from: '0001-01-01', to: '2026-02-01' })).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'from' }] });
  });

  it('hold back from an administrator every cell that fewer than eleven persons stand behind, and the rows', async () => {
    const [admin, manager] = [await aPerson('admin'), await aPerson('manager')];
    for (let one = 0; one < 12; one += 1)
      await happen({ receivedAt: Date.parse('2024-03-05T15:00:00Z') + one, source: one < 11 ? 'phone' : 'web', steps: [] }, []);
    const range = { from: '2024-03-01', to: '2024-03-31' };
    const [held, open] = [await pipelineStats(admin, range, { now: NOW }), await pipelineStats(manager, range, { now: NOW })];
    expect([held.mayOpenRows, open.mayOpenRows]).toEqual([false, true]);
    expect(held.bySource.map(({ source, received }) => [source, received])).toEqual([['phone', 11], ['web', null]]);
    expect(open.bySource.map(({ source, received }) => [source, received])).toEqual([['phone', 11], ['web', 1]]);
    expect(held.waits.every(({ median, p90, count }) => median === null && p90 === null && count === null)).toBe(true);
  });
});

type Step = { afterMinutes: number; kind: 'moved' | 'decided' | 'amended' | 'contacted' | 'noted'; to: string; verdict: string; reasons: string[]; outcome: string; surgeon: number };
type History = { receivedAt: number; source: string; steps: Step[] };
type Question = { from: string; length: number; source?: string };

const aStep: fc.Arbitrary<Step> = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 30_000 }),
  kind: fc.constantFrom('moved', 'moved', 'decided', 'amended', 'contacted', 'noted'),
  to: fc.constantFrom('ready_for_review', 'consult_booked', 'procedure_booked', ...STAGES),
  verdict: fc.constantFrom(...VERDICTS),
  reasons: fc.array(fc.constantFrom(...REASON_CODES), { maxLength: 3 }),
  outcome: fc.constantFrom('told_answer', 'told_answer', ...CONTACT_OUTCOMES),
  surgeon: fc.integer({ min: 0, max: 1 }),
});
/** Around both changes of the clocks. */
const aHistory: fc.Arbitrary<History> = fc.record({
  receivedAt: fc.integer({ min: Date.parse('2025-10-25T00:00:00Z'), max: Date.parse('2026-03-15T00:00:00Z') }),
  source: fc.constantFrom(...SOURCE_CHANNELS),
  steps: fc.array(aStep, { maxLength: 14 }),
});
const aQuestion: fc.Arbitrary<Question> = fc.record({
  from: fc.integer({ min: 0, max: 140 }).map((days) => dayAfter('2025-10-25', days)),
  length: fc.integer({ min: 0, max: 150 }),
  source: fc.option(fc.constantFrom(...SOURCE_CHANNELS), { nil: undefined }),
});

async function happen({ receivedAt, source, steps }: History, surgeons: readonly Actor[]) {
  const [id, person] = [randomUUID(), randomUUID()];
  await sql(`insert into person (id, first_name, last_name, date_of_birth, phone, created_at) values ($1, 'A', 'B', '1970-01-01', '+1', now())`, [person]);
  await sql(`insert into request (id, person_id, urgency_rank, urgency, missing, received_at, stage_since, region, source_channel, complaint, consents, red_flags, flags,
    conservative_care, imaging, sort_name, search_text) values ($1, $2, 3, 'routine', '{}', $3, $3, 'lumbar', $4, '{}', '{}', '{}', '[]', '[]', '[]', '', '')`, [id, person, new Date(receivedAt), source]);
  const add = (kind: string, at: number, to: string | null, facts: object, actorId: string | null) =>
    sql('insert into event (request_id, kind, to_stage, actor_id, actor_name, facts, version, at) values ($1, $2, $3, $4, $5, $6, 1, $7)', [id, kind, to, actorId, 'x', facts, new Date(at)]);
  await add('received', receivedAt, 'new', { source }, null);
  let at = receivedAt;
  for (const step of steps) {
    at += step.afterMinutes * 60_000;
    const moves = step.kind === 'moved' || step.kind === 'decided';
    const facts = step.kind === 'contacted' ? { outcome: step.outcome } : ['decided', 'amended'].includes(step.kind) ? { verdict: step.verdict, reasons: step.reasons } : {};
    await add(step.kind, at, moves ? step.to : null, facts, surgeons[step.surgeon]?.id ?? null);
  }
}

type Event = { request_id: string; kind: string; to_stage: string | null; actor_id: string | null; facts: { source?: string; verdict?: string; reasons?: string[]; outcome?: string }; at: Date };

async function everything(): Promise<Event[][]> {
  const rows = await sql<Event>('select request_id, kind, to_stage, actor_id, facts, at from event order by seq');
  const histories = new Map<string, Event[]>();
  for (const row of rows) histories.set(row.request_id, [...(histories.get(row.request_id) ?? []), row]);
  return [...histories.values()];
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
    informed: first((event, at) => event.to_stage === 'consult_booked'
      || (event.kind === 'contacted' && event.facts.outcome === 'told_answer' && history.slice(0, at).some(isAnswer))),
    consult: first((event) => event.to_stage === 'consult_booked'),
    procedure: first((event) => event.to_stage === 'procedure_booked'),
    stage: history.findLast((event) => event.to_stage)?.to_stage as string,
    source: history[0]?.facts.source as string,
    verdict: last?.facts.verdict ?? null, reasons: new Set(last?.facts.reasons ?? []), surgeon: last?.actor_id ?? null,
  };
}
type Read = ReturnType<typeof readThrough>;

function naively(told: Event[][], actor: Actor, from: string, to: string, source: string | undefined, people: readonly Actor[]): PipelineStats {
  const all = told.map(readThrough).filter((one) => clinicDay(one.received) >= from && clinicDay(one.received) <= to
    && (!source || one.source === source) && (actor.role !== 'surgeon' || one.surgeon === actor.id));
  const isAdmin = actor.role === 'admin';
  const n = (rows: readonly unknown[]) => (isAdmin && rows.length < 11 ? null : rows.length);
  const measured = (values: number[], p: number) => (isAdmin && values.length < 11 ? null : middle(values, p));
  const milestones = ['received', 'complete', 'decided', 'informed', 'consult', 'procedure'] as const;
  const wait = (a: (typeof milestones)[number], b: (typeof milestones)[number]) =>
    all.filter((one) => one[a] && one[b]).map((one) => ((one[b] as Date).getTime() - (one[a] as Date).getTime()) / DAY);
  const pairs = [...milestones.slice(1).map((b, at) => [milestones[at] as typeof b, b] as const), ['received', 'informed'] as const];
  const age = (one: Read) => Math.floor((NOW.getTime() - one.received.getTime()) / DAY);
  const bands = { '0-2': [0, 2], '3-7': [3, 7], '8-14': [8, 14], '15-30': [15, 30], '31-90': [31, 90], '91+': [91, Infinity] } as const;
  const isNo = (one: Read) => one.verdict === 'not_now' || one.verdict === 'not_candidate';
  return {
    from, to, now: NOW.toISOString(), mayOpenRows: !isAdmin,
    arrivals: mondays(from, to).map((week) => {
      const rows = all.filter((one) => monday(clinicDay(one.received)) === week);
      return { week, received: n(rows), decided: n(rows.filter((one) => one.decided)) };
    }),
    funnel: milestones.map((milestone) => ({ milestone, count: n(all.filter((one) => one[milestone])) })),
    waits: pairs.map(([a, b]) => ({ from: a, to: b, median: measured(wait(a, b), 0.5), p90: measured(wait(a, b), 0.9), count: n(wait(a, b)) })),
    openByAge: STAGES.filter((stage) => stage !== 'completed' && stage !== 'closed').map((stage) => {
      const rows = all.filter((one) => one.stage === stage);
      const inBand = Object.entries(bands).map(([band, [low, high]]) => [band, n(rows.filter((one) => age(one) >= low && age(one) <= high))]);
      return { stage, bands: Object.fromEntries(inBand), total: n(rows), oldestDays: n(rows) === null || rows.length === 0 ? null : Math.max(...rows.map(age)) };
    }),
    reasonsForNo: REASON_CODES.map((code) => ({ code, rows: all.filter((one) => isNo(one) && one.reasons.has(code)) }))
      .filter(({ rows }) => rows.length > 0).map(({ code, rows }) => ({ code, count: n(rows) })),
    bySurgeon: people.filter(({ id }) => all.some((one) => one.surgeon === id)).map(({ id, name }) => {
      const rows = all.filter((one) => one.surgeon === id);
      const verdicts = VERDICTS.map((verdict) => [verdict, n(rows.filter((one) => one.verdict === verdict))]);
      const waits = rows.filter((one) => one.complete && one.decided).map((one) => ((one.decided as Date).getTime() - (one.complete as Date).getTime()) / DAY);
      return { surgeon: { id: id as string, name }, verdicts: Object.fromEntries(verdicts), total: n(rows), medianDays: n(rows) === null ? null : middle(waits, 0.5) };
    }),
    bySource: SOURCE_CHANNELS.map((channel) => ({ channel, rows: all.filter((one) => one.source === channel) })).filter(({ rows }) => rows.length > 0).map(({ channel, rows }) => ({
      source: channel, received: n(rows), complete: n(rows.filter((one) => one.complete)), decided: n(rows.filter((one) => one.decided)),
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
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
function monday(day: string): string {
  return [0, 1, 2, 3, 4, 5, 6].map((back) => dayAfter(day, -back)).find((one) => new Date(one).getUTCDay() === 1) as string;
}
function mondays(from: string, to: string): string[] {
  const days = Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, at) => dayAfter(from, at));
  return [...new Set(days.map(monday))];
}

/** Equal up to the last bits of a float; lists whose order only breaks ties are sorted. */
function rounded(stats: PipelineStats): unknown {
  const sorted = { ...stats,
    bySource: stats.bySource.toSorted((a, b) => a.source.localeCompare(b.source)),
    bySurgeon: stats.bySurgeon.toSorted((a, b) => a.surgeon.name.localeCompare(b.surgeon.name)),
    reasonsForNo: stats.reasonsForNo.toSorted((a, b) => a.code.localeCompare(b.code)),
  };
  return JSON.parse(JSON.stringify(sorted, (_, value) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value)));
}
