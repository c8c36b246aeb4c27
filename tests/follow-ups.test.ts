import { beforeAll, describe, expect, test } from 'vitest';
import { completeFollowUp } from '@/lib/commands/complete-follow-up';
import { logContact } from '@/lib/commands/log-contact';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aPerson } from './house/people';
import { aRequest, aRequestIn, give, historyOf, move, theRow } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const now = new Date('2026-11-18T15:00:00Z');
const earlier = { now: new Date('2026-11-10T15:00:00Z') };
const set = async (number: string, dueAt: string, staffId?: string) =>
  (
    await scheduleFollowUp(
      theCast().coordinator,
      { number, dueAt, what: 'Ring', ...(staffId ? { staffId } : {}) },
      earlier,
    )
  ).followUpId;

describe('due today is by the end of the clinic’s day:', () => {
  test.each([
    ['yesterday', '2026-11-17T15:00:00Z', 'overdue'],
    ['a second ago', '2026-11-18T14:59:59Z', 'overdue'],
    ['in a second', '2026-11-18T15:00:01Z', 'today'],
    ['the last minute of the day', '2026-11-19T04:59:00Z', 'today'],
    ['midnight, which is tomorrow', '2026-11-19T05:00:00Z', null],
    ['tomorrow', '2026-11-19T15:00:00Z', null],
  ])('%s', async (_, dueAt, state) => {
    const owner = await aPerson('coordinator');
    await set(await aRequest(), dueAt, owner.id);
    const { rows, overdue, today } = await listFollowUps(owner, {}, { now });
    expect([rows.map(({ dueState }) => dueState), overdue, today]).toEqual([
      state ? [state] : [],
      Number(state === 'overdue'),
      Number(state === 'today'),
    ]);
  });
});

test('whose they are: mine, nobody’s, all, or one person’s', async () => {
  const [me, other] = [await aPerson('coordinator'), await aPerson('coordinator')];
  const number = await aRequest();
  const [mine, theirs, nobodys] = [
    await set(number, '2026-11-12T15:00:00Z', me.id),
    await set(number, '2026-11-13T15:00:00Z', other.id),
    await set(number, '2026-11-14T15:00:00Z'),
  ];
  await sql('update follow_up set staff_id = null where id = $1', [nobodys]);
  const ids = async (owner?: string) =>
    (await listFollowUps(me, owner ? { owner } : {}, { now })).rows.map(({ id }) => id);
  expect(await ids()).toEqual([mine]);
  expect(await ids('nobody')).toEqual([nobodys]);
  expect(await ids(other.id)).toEqual([theirs]);
  expect((await ids('all')).filter((id) => [mine, theirs, nobodys].includes(id))).toEqual([mine, theirs, nobodys]);
});

test('a surgeon sees those of their own requests and their own, and no others', async () => {
  const { coordinator } = theCast();
  const surgeon = await aPerson('surgeon');
  const [held, others] = [await aRequest(), await aRequest()];
  await give(coordinator, held, surgeon.id);
  const seen = [await set(held, '2026-11-12T15:00:00Z'), await set(others, '2026-11-13T15:00:00Z', surgeon.id)];
  await set(others, '2026-11-14T15:00:00Z');
  expect((await listFollowUps(surgeon, { owner: 'all' }, { now })).rows.map(({ id }) => id)).toEqual(seen);
});

test('page after page shows each once, those of one moment too', async () => {
  const owner = await aPerson('coordinator');
  const number = await aRequest();
  const made = [];
  for (let at = 0; at < 120; at++)
    made.push(
      await set(
        number,
        at < 70 ? '2026-11-12T15:00:00Z' : `2026-11-13T15:00:${at % 60}Z`.replace(/:(\d)Z/, ':0$1Z'),
        owner.id,
      ),
    );
  const seen = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listFollowUps>> = await listFollowUps(owner, cursor ? { cursor } : {}, {
      now,
    });
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toHaveLength(120);
  expect([...seen].sort()).toEqual([...made].sort());
});

test('how often and how last somebody was reached stands beside it', async () => {
  const { coordinator } = theCast();
  const owner = await aPerson('coordinator');
  const number = await aRequest();
  for (const outcome of ['no_answer', 'left_message'])
    await logContact(coordinator, { number, channel: 'phone', outcome });
  await set(number, '2026-11-12T15:00:00Z', owner.id);
  expect((await listFollowUps(owner, {}, { now })).rows).toMatchObject([
    { attempts: 2, lastContact: { outcome: 'left_message' }, request: { number, name: 'Ana Delgado' } },
  ]);
});

test('done once is done: the next date moves on, and a second tick is told so', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const first = await set(number, '2026-11-12T15:00:00Z');
  await set(number, '2026-11-15T15:00:00Z');
  await completeFollowUp(coordinator, { followUpId: first });
  expect((await theRow(number)).next_follow_up_at).toEqual(new Date('2026-11-15T15:00:00Z'));
  expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'follow_up_done' });
  expect(await outcomeOf(() => completeFollowUp(coordinator, { followUpId: first }))).toBe('conflict');
});

test('given to whom it can be given only', async () => {
  const { coordinator, admin, manager } = theCast();
  const number = await aRequestIn('triage', coordinator, coordinator);
  const ask = { number, dueAt: '2027-01-01T15:00:00Z', what: 'Ring' };
  expect(await outcomeOf(() => scheduleFollowUp(coordinator, { ...ask, staffId: admin.id }))).toBe('invalid');
  expect(await outcomeOf(() => scheduleFollowUp(manager, { ...ask, staffId: manager.id }))).toBe('done');
  expect(await outcomeOf(() => scheduleFollowUp(coordinator, { ...ask, dueAt: '2026-01-01T15:00:00Z' }))).toBe(
    'incomplete',
  );
});

describe('a call', () => {
  const log = (number: string, outcome: string) =>
    logContact(theCast().coordinator, { number, channel: 'phone', outcome }, { now });
  test('ticks off what coordinators had due, each with an event, and leaves the surgeon’s own', async () => {
    const { coordinator, otherCoordinator, surgeon } = theCast();
    const number = await aRequestIn('follow_up', coordinator, surgeon);
    await set(number, '2026-11-17T15:00:00Z', otherCoordinator.id);
    await set(number, '2026-11-16T15:00:00Z', surgeon.id);
    await log(number, 'reached');
    const open = await openFollowUps(number);
    expect(open).toEqual([surgeon.id]);
    expect((await historyOf(number)).filter(({ kind }) => kind === 'follow_up_done')).toMatchObject([
      { facts: { staffId: otherCoordinator.id, dueAt: '2026-11-17T15:00:00.000Z' } },
    ]);
  });
});

test('a call that gets through early settles the call-back set before, and a new one takes its place', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('follow_up', coordinator, surgeon);
  const log = (outcome: string, nextAt?: string) =>
    logContact(coordinator, { number, channel: 'phone', outcome, ...(nextAt ? { nextAt } : {}) }, { now });
  await log('no_answer', '2026-11-24T15:00:00Z');
  await log('no_answer');
  expect(await openFollowUps(number)).toHaveLength(1);
  await log('left_message', '2026-11-26T15:00:00Z');
  expect(await openFollowUps(number)).toHaveLength(1);
  await log('told_answer');
  expect(await openFollowUps(number)).toEqual([]);
});

test('closing a request ticks off what was planned; what is planned after that is shown when it is due', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('follow_up', coordinator, surgeon);
  await set(number, '2026-11-17T15:00:00Z');
  await move(coordinator, number, 'closed', { reason: 'PT_DECLINED' });
  expect(await openFollowUps(number)).toEqual([]);
  const owner = await aPerson('coordinator');
  const id = await set(number, '2026-11-17T15:00:00Z', owner.id);
  expect((await listFollowUps(owner, {}, { now })).rows.map((row) => row.id)).toEqual([id]);
  const due = await worklist(theCast().manager, { view: 'follow-ups-due' }, { now });
  expect(due.items.map((item) => item.number)).toContain(number);
});

const openFollowUps = async (number: string) =>
  (
    await sql<{ staff_id: string | null }>('select staff_id from follow_up where request_id = $1 and done_at is null', [
      (await theRow(number)).id,
    ])
  ).map(({ staff_id }) => staff_id);
