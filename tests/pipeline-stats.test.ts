import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRollups } from '@/lib/commands/fold-rollups';
import { VERDICTS } from '@/lib/domain/candidacy';
import { CONTACT_OUTCOMES } from '@/lib/domain/follow-up';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import type { Actor } from '@/lib/domain/permissions';
import { REASON_CODES } from '@/lib/domain/reasons';
import { STAGES } from '@/lib/domain/stages';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { sql, useDatabase } from './house/database';
import { dayAfter, everything, naively } from './house/naive-pipeline';
import { nearly } from './house/nearly';
import { aPerson, theHouse } from './house/people';

const NOW = new Date('2026-03-20T16:00:00Z');

describe('pipeline statistics', () => {
  useDatabase();

  it('equal a naive recomputation from the raw events, whatever happened, for every role, range and source', async () => {
    const people = [
      await aPerson('surgeon', 'Ines Roth'),
      await aPerson('surgeon', 'Tom Abe'),
      await aPerson('manager'),
      await aPerson('admin'),
    ];
    const surgeons = people.slice(0, 2);
    await fc.assert(
      fc.asyncProperty(
        fc.array(aHistory, { minLength: 1, maxLength: 12 }),
        fc.array(aQuestion, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 12 }),
        async (histories, questions, foldAfter) => {
          for (const [nth, history] of histories.entries()) {
            await happen(history, surgeons);
            // What is asked may lie in the weeks, beside them, or in both.
            if (nth === foldAfter) await foldRollups(theHouse, {});
          }
          const told = await everything();
          for (const [at, actor] of people.entries()) {
            const { from, length, source } = questions[at] as Question;
            const to = dayAfter(from, length);
            const shown = await pipelineStats(actor, { from, to, ...(source ? { source } : {}) }, { now: NOW });
            expect(sorted(shown)).toEqual(nearly(sorted(naively(told, actor, from, to, source, people, NOW))));
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it("count the clinic's days: a request of 23:59 belongs to its day, one of midnight to the next", async () => {
    const manager = await aPerson('manager');
    await happen({ receivedAt: Date.parse('2024-11-04T04:59:59.999Z'), source: 'web', steps: [] }, []);
    await happen({ receivedAt: Date.parse('2024-11-04T05:00:00.000Z'), source: 'web', steps: [] }, []);
    const on = async (day: string) =>
      (await pipelineStats(manager, { from: day, to: day }, { now: NOW })).funnel[0]?.count;
    expect([await on('2024-11-03'), await on('2024-11-04'), await on('2024-11-05')]).toEqual([1, 1, 0]);
  });

  it('show 90 days up to today unless asked, and refuse a range that ends before it begins', async () => {
    const manager = await aPerson('manager');
    expect(await pipelineStats(manager, {}, { now: NOW })).toMatchObject({ from: '2025-12-21', to: '2026-03-20' });
    await expect(pipelineStats(manager, { from: '2026-02-02', to: '2026-02-01' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'from' }],
    });
    await expect(pipelineStats(manager, { from: '0001-01-01', to: '2026-02-01' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'from' }],
    });
  });

  it('hold back from an administrator every cell that fewer than eleven persons stand behind, and the rows', async () => {
    const [admin, manager] = [await aPerson('admin'), await aPerson('manager')];
    for (let one = 0; one < 12; one += 1)
      await happen(
        { receivedAt: Date.parse('2024-03-05T15:00:00Z') + one, source: one < 11 ? 'phone' : 'web', steps: [] },
        [],
      );
    const range = { from: '2024-03-01', to: '2024-03-31' };
    const [held, open] = [
      await pipelineStats(admin, range, { now: NOW }),
      await pipelineStats(manager, range, { now: NOW }),
    ];
    expect([held.mayOpenRows, open.mayOpenRows]).toEqual([false, true]);
    expect(held.bySource.map(({ source, received }) => [source, received])).toEqual([
      ['phone', 11],
      ['web', null],
    ]);
    expect(open.bySource.map(({ source, received }) => [source, received])).toEqual([
      ['phone', 11],
      ['web', 1],
    ]);
    expect(held.waits.every(({ median, p90, count }) => median === null && p90 === null && count === null)).toBe(true);
  });
});

type Step = {
  afterMinutes: number;
  kind: 'moved' | 'decided' | 'amended' | 'contacted' | 'noted' | 'undone';
  to: string;
  verdict: string;
  reasons: string[];
  outcome: string;
  surgeon: number;
};
type History = { receivedAt: number; source: string; steps: Step[] };
type Question = { from: string; length: number; source?: string };

const aStep: fc.Arbitrary<Step> = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 30_000 }),
  kind: fc.constantFrom('moved', 'moved', 'decided', 'amended', 'contacted', 'noted', 'undone', 'undone'),
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
  await sql(
    `insert into person (id, first_name, last_name, date_of_birth, phone, created_at) values ($1, 'A', 'B', '1970-01-01', '+1', now())`,
    [person],
  );
  await sql(
    `insert into request (id, person_id, urgency_rank, urgency, missing, received_at, stage_since, region, source_channel, complaint, consents, red_flags, flags,
    conservative_care, imaging, sort_name, search_text) values ($1, $2, 3, 'routine', '{}', $3, $3, 'lumbar', $4, '{}', '{}', '{}', '[]', '[]', '[]', '', '')`,
    [id, person, new Date(receivedAt), source],
  );
  let at = receivedAt;
  let stage = 'new';
  let last: { seq: string; from: string } | null = null;
  const add = async (kind: string, to: string | null, facts: object, actorId: string | null = null) =>
    (
      await sql<{ seq: string }>(
        `insert into event (request_id, kind, to_stage, actor_id, actor_name, facts, version, at)
         values ($1, $2, $3, $4, 'x', $5, 1, $6) returning seq`,
        [id, kind, to, actorId, facts, new Date(at)],
      )
    )[0]?.seq ?? '';
  await add('received', 'new', { source });
  for (const { afterMinutes, kind, to, surgeon, ...step } of steps) {
    at += afterMinutes * 60_000;
    if (kind === 'undone') {
      if (last) await add(kind, last.from, { undoes: Number(last.seq) });
      stage = last?.from ?? stage;
      last = null;
      continue;
    }
    const isMove = kind === 'moved' || kind === 'decided';
    const seq = await add(kind, isMove ? to : null, factsOf(kind, step), surgeons[surgeon]?.id);
    // A note or a call between a move and its undoing changes nothing of it.
    if (kind !== 'noted' && kind !== 'contacted') last = kind === 'moved' ? { seq, from: stage } : null;
    if (isMove) stage = to;
  }
}

function factsOf(
  kind: Step['kind'],
  { outcome, verdict, reasons }: Pick<Step, 'outcome' | 'verdict' | 'reasons'>,
): object {
  if (kind === 'contacted') return { outcome };
  return kind === 'decided' || kind === 'amended' ? { verdict, reasons } : {};
}

/** Lists whose order only breaks ties. */
function sorted(stats: PipelineStats): PipelineStats {
  return {
    ...stats,
    bySource: stats.bySource.toSorted((a, b) => a.source.localeCompare(b.source)),
    bySurgeon: stats.bySurgeon.toSorted((a, b) => a.surgeon.name.localeCompare(b.surgeon.name)),
    reasonsForNo: stats.reasonsForNo.toSorted((a, b) => a.code.localeCompare(b.code)),
  };
}
