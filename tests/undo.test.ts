import { beforeAll, describe, expect, test } from 'vitest';
import { claimRequest } from '@/lib/commands/claim-request';
import { logContact } from '@/lib/commands/log-contact';
import { undoChange } from '@/lib/commands/undo-change';
import { writeNote } from '@/lib/commands/write-note';
import type { Actor } from '@/lib/domain/permissions';
import type { Stage } from '@/lib/domain/stages';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { readThroughEvents } from './house/milestones';
import { aRequest, aRequestIn, decide, give, historyOf, inDays, move, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

const undo = async (number: string, by: Actor = theCast().coordinator, now = new Date()) =>
  undoChange(by, { number, version: (await theRow(number)).version }, { now });
const milestoneOf = async (number: string) =>
  (await sql('select * from milestone where request_id = $1', [(await theRow(number)).id]))[0];
const standing = async (number: string) => {
  const { version: _, was: __, ...row } = (await theRow(number)) as unknown as Record<string, unknown>;
  return row;
};

describe('an undone move leaves the request as it stood,', () => {
  const MOVES: readonly (readonly [Stage, Stage, object])[] = [
    ['new', 'triage', {}],
    ['new', 'closed', { reason: 'DUPLICATE' }],
    ['triage', 'awaiting_info', { missing: ['report'], dueAt: inDays(7) }],
    ['triage', 'ready_for_review', { reason: 'sent on' }],
    ['awaiting_info', 'triage', {}],
    ['ready_for_review', 'closed', { reason: 'DUPLICATE' }],
    ['in_review', 'closed', { reason: 'DUPLICATE' }],
    ['follow_up', 'consult_booked', { dueAt: inDays(7) }],
    ['consult_booked', 'follow_up', { reason: 'no-show' }],
    ['consult_held', 'procedure_booked', { dueAt: inDays(7) }],
    ['procedure_booked', 'completed', {}],
    ['closed', 'triage', { reason: 'rang again' }],
  ];
  test.each(MOVES)('%s to %s: and is counted by no number', async (from, to, ask) => {
    const { coordinator, surgeon, manager } = theCast();
    const number = await aRequestIn(from, coordinator, surgeon);
    const before = { row: await standing(number), milestone: await milestoneOf(number) };
    const numbers = { ...(await pipelineStats(manager, {})), now: '' };
    const moved = await move(coordinator, number, to, ask);
    expect(await undo(number)).toEqual({ number, stage: from, version: moved.version + 1 });
    expect({ row: await standing(number), milestone: await milestoneOf(number) }).toEqual(before);
    expect(await milestoneOf(number)).toEqual(await readThroughEvents((await theRow(number)).id));
    expect({ ...(await pipelineStats(manager, {})), now: '' }).toEqual(numbers);
    expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'undone', from_stage: to, to_stage: from });
  });
});

test('an undone assignment gives it back to who had it, and says so', async () => {
  const { coordinator, otherCoordinator, surgeon } = theCast();
  const number = await aRequest();
  await give(coordinator, number, otherCoordinator.id);
  await give(coordinator, number, coordinator.id);
  await undo(number);
  expect(await theRow(number)).toMatchObject({ coordinator_id: otherCoordinator.id });
  await give(coordinator, number, surgeon.id);
  await undo(number);
  expect(await theRow(number)).toMatchObject({ coordinator_id: otherCoordinator.id, surgeon_id: null });
  const given = await sql('select staff_id from assignment where request_id = $1 order by id', [
    (await theRow(number)).id,
  ]);
  expect(given.map(({ staff_id }) => staff_id)).toEqual([
    otherCoordinator.id,
    coordinator.id,
    otherCoordinator.id,
    surgeon.id,
    null,
  ]);
});

test('who begins with a request that is nobody’s has it, and no more once that is undone', async () => {
  const { coordinator, otherCoordinator } = theCast();
  const number = await aRequest();
  await move(coordinator, number, 'triage');
  expect(await theRow(number)).toMatchObject({ coordinator_id: coordinator.id });
  await undo(number);
  expect(await theRow(number)).toMatchObject({ coordinator_id: null, stage: 'new' });
  await give(coordinator, number, otherCoordinator.id);
  await move(coordinator, number, 'triage');
  expect(await theRow(number)).toMatchObject({ coordinator_id: otherCoordinator.id });
  const given = await sql('select staff_id from assignment where request_id = $1 order by id', [
    (await theRow(number)).id,
  ]);
  expect(given.map(({ staff_id }) => staff_id)).toEqual([coordinator.id, null, otherCoordinator.id]);
});

test('a move made again after its undoing counts from when it was made again', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('triage', coordinator, surgeon);
  await move(coordinator, number, 'ready_for_review', { reason: 'x' });
  await undo(number);
  expect(await milestoneOf(number)).toMatchObject({ complete_at: null });
  await move(coordinator, number, 'ready_for_review', { reason: 'x' });
  const [event] = await sql<{ at: Date }>('select at from event where request_id = $1 order by seq desc limit 1', [
    (await theRow(number)).id,
  ]);
  expect(await milestoneOf(number)).toMatchObject({ complete_at: event?.at });
});

test('who was told the answer by telephone stays told when the consult is undone', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('follow_up', coordinator, surgeon);
  await move(coordinator, number, 'consult_booked', { dueAt: inDays(7) });
  await logContact(coordinator, { number, channel: 'phone', outcome: 'told_answer' });
  await undo(number);
  expect(await milestoneOf(number)).toEqual(await readThroughEvents((await theRow(number)).id));
  expect(await milestoneOf(number)).toMatchObject({ consult_at: null, informed_at: expect.any(Date) });
});

describe('it cannot be undone', () => {
  const triaged = async () => {
    const number = await aRequest();
    await move(theCast().coordinator, number, 'triage');
    return number;
  };
  test('after a minute', async () => {
    await expect(undo(await triaged(), theCast().coordinator, new Date(Date.now() + 60_500))).rejects.toMatchObject({
      code: 'too_late',
    });
  });
  test('by anybody else', async () => {
    await expect(undo(await triaged(), theCast().otherCoordinator)).rejects.toMatchObject({ code: 'too_late' });
  });
  test('once somebody has built on it', async () => {
    const { coordinator, surgeon } = theCast();
    const number = await aRequestIn('triage', coordinator, surgeon);
    const { version } = await move(coordinator, number, 'ready_for_review', { reason: 'x' });
    await sql(`update request set due_at = '2000-01-01' where number = $1`, [Number(number.slice(3))]);
    expect((await claimRequest(surgeon, {})).number).toBe(number);
    await expect(undoChange(coordinator, { number, version })).rejects.toMatchObject({ code: 'conflict' });
    expect(await theRow(number)).toMatchObject({ stage: 'in_review', surgeon_id: surgeon.id });
  });
  test('twice', async () => {
    const number = await triaged();
    await undo(number);
    await expect(undo(number)).rejects.toMatchObject({ code: 'too_late' });
  });
  test('when it was a decision', async () => {
    const { coordinator, surgeon } = theCast();
    const number = await aRequestIn('in_review', coordinator, surgeon);
    await decide(surgeon, number);
    await expect(undo(number)).rejects.toMatchObject({ code: 'too_late' });
    expect(await theRow(number)).toMatchObject({ stage: 'follow_up', verdict: 'candidate' });
  });
});

test('a note written in between stays', async () => {
  const number = await aRequest();
  await move(theCast().coordinator, number, 'triage');
  await writeNote(theCast().otherCoordinator, { number, text: 'Rang.' });
  await undo(number);
  expect((await historyOf(number)).map(({ kind }) => kind)).toEqual(['received', 'moved', 'noted', 'undone']);
  expect(await theRow(number)).toMatchObject({ stage: 'new' });
});

test('two undoings at once: one is done, the other is told', async () => {
  const number = await aRequest();
  const { version } = await move(theCast().coordinator, number, 'triage');
  const both = await Promise.allSettled([1, 2].map(() => undoChange(theCast().coordinator, { number, version })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
