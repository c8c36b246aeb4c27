import { beforeAll, describe, expect, test } from 'vitest';
import { correctRequest } from '@/lib/commands/correct-request';
import { escalateAlarms } from '@/lib/commands/escalate-alarms';
import { raiseUrgency } from '@/lib/commands/raise-urgency';
import { remindPerson } from '@/lib/commands/remind-person';
import { outdated } from '@/lib/domain/mail';
import { URGENCIES } from '@/lib/domain/red-flags';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { noRedFlags } from './house/intake';
import { mailsOf, willing } from './house/mails';
import { theHouse } from './house/people';
import { aRequest, aRequestIn, historyOf, theRow } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const raise = async (number: string, urgency: string, reason = 'Her daughter says she cannot lift the foot.') =>
  raiseUrgency(theCast().coordinator, { number, version: (await theRow(number)).version, urgency, reason });
const open = (number: string) => openRequest(theCast().coordinator, { number });

describe('the class of urgency', () => {
  const pairs = URGENCIES.flatMap((from, a) => URGENCIES.map((to, b) => [from, to, b < a] as const));
  test.each(pairs)('from %s to %s by hand: %s', async (from, to, isGraver) => {
    const number = await aRequest();
    if (from !== 'routine') await raise(number, from);
    expect(await outcomeOf(() => raise(number, to))).toBe(isGraver ? 'done' : 'invalid');
    expect((await open(number)).urgency).toBe(isGraver ? to : from);
  });
  test('raised to same-day or more pins it, starts the clock and says who and why', async () => {
    const number = await aRequest();
    await raise(number, 'same_day');
    const row = await theRow(number);
    expect(row.alarm_since).toBeInstanceOf(Date);
    expect(row.due_at?.getTime()).toBe((row.alarm_since?.getTime() ?? 0) + 4 * 3_600_000);
    expect((await historyOf(number)).at(-1)).toMatchObject({
      kind: 'raised',
      reason: 'Her daughter says she cannot lift the foot.',
      facts: { urgency: { from: 'routine', to: 'same_day' } },
    });
  });
  test('is not lowered by answers that are corrected afterwards', async () => {
    const number = await aRequest();
    await raise(number, 'emergency');
    const { version } = await theRow(number);
    await correctRequest(theCast().coordinator, { number, version, redFlags: { ...noRedFlags, TUM2: 'yes' } });
    expect(await theRow(number)).toMatchObject({ urgency: 'emergency', alarm_since: expect.any(Date) });
  });
  test('wants a reason, and a request that has not ended', async () => {
    const number = await aRequest();
    expect(await outcomeOf(() => raise(number, 'urgent', ' '))).toBe('invalid');
    const closed = await aRequestIn('closed', theCast().coordinator, theCast().surgeon);
    expect(await outcomeOf(() => raise(closed, 'urgent'))).toBe('illegal_move');
  });
});

describe('a reminder', () => {
  const asked = (change: object = { consents: willing }) =>
    aRequestIn('awaiting_info', theCast().coordinator, theCast().surgeon, change);
  const remind = (number: string, now: Date) => remindPerson(theCast().coordinator, { number }, { now });
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const letters = async (number: string) => (await mailsOf(number)).filter(({ kind }) => kind === 'missing_items');

  test('goes once a day at most, and stands in the history', async () => {
    const number = await asked();
    expect(await outcomeOf(() => remind(number, later(23.9)))).toBe('too_many');
    await remind(number, later(24.1));
    expect(await outcomeOf(() => remind(number, later(25)))).toBe('too_many');
    expect(await letters(number)).toHaveLength(2);
    expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'reminded' });
  });
  test('is still needed when its turn comes, while what it asks for is awaited', () => {
    const queuedAt = new Date('2026-11-17T15:00:00Z');
    const mail = { kind: 'missing_items', queuedAt, nextTryAt: queuedAt, stage: 'awaiting_info' } as const;
    const since = (stageSince: string) => outdated({ ...mail, stageSince: new Date(stageSince) }, queuedAt);
    expect(since('2026-11-16T15:00:00Z')).toBeNull();
    expect(since('2026-11-17T15:00:00Z')).toBeNull();
    expect(since('2026-11-17T15:00:01Z')).toBe('not_needed');
  });
  test.each([
    ['agreed to no e-mail', { consents: { ...willing, email: false } }],
    ['was never asked', { consents: { privacyNotice: true } }],
  ])('does not go to who %s: somebody calls', async (_, change) => {
    const number = await asked(change);
    expect(await outcomeOf(() => remind(number, later(25)))).toBe('illegal_move');
    expect(await outcomeOf(() => remind(number, later(25)))).toBe('illegal_move');
  });
  test('is for what is awaited', async () => {
    const number = await aRequest({ consents: willing });
    expect(await outcomeOf(() => remind(number, later(25)))).toBe('illegal_move');
  });
});

test('a red flag that nobody had in hand in time is written to each manager once, and says nothing of the person', async () => {
  const number = await aRequest({ redFlags: { ...noRedFlags, CES1: 'yes' } });
  const late = new Date(Date.now() + 16 * 60_000);
  await escalateAlarms(theHouse, {}, { now: late });
  await escalateAlarms(theHouse, {}, { now: late });
  const written = await sql<{ staff_id: string; request_id: string | null; facts: object }>(
    "select staff_id, request_id, facts from mail where kind = 'escalation' and facts ->> 'request' = $1",
    [number],
  );
  const managers = await sql<{ id: string }>("select id from staff where role = 'manager' and is_active");
  expect(written.map(({ staff_id }) => staff_id).sort()).toEqual(managers.map(({ id }) => id).sort());
  for (const { facts, request_id } of written) expect([facts, request_id]).toEqual([{ request: number }, null]);
});
