import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { moveRequest } from '@/lib/commands/move-request';
import { undoChange } from '@/lib/commands/undo-change';
import { clocksOf } from '@/lib/domain/clocks';
import type { Stage } from '@/lib/domain/stages';
import { addWorkingHours, workingTimeBetween } from '@/lib/domain/working-time';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aRequest, aRequestIn, decide, inDays, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

const HOUR = 3_600_000;
const clinic = (timeZone: string, holidays: string[] = []) => ({ timeZone, opens: 9, closes: 17, holidays });
const newYork = clinic('America/New_York', ['2026-11-26']);
const at = (instant: string) => new Date(instant);
const hours = (from: string, to: string, calendar = newYork) => workingTimeBetween(at(from), at(to), calendar) / HOUR;

describe('working time between two moments', () => {
  test.each([
    ['Friday 16:30 to Monday 09:30 is an hour', '2026-11-20T21:30:00Z', '2026-11-23T14:30:00Z', 1],
    ['a weekend is none', '2026-11-21T00:00:00Z', '2026-11-23T13:59:00Z', 0],
    ['a night is none', '2026-11-16T22:00:00Z', '2026-11-17T14:00:00Z', 0],
    ['a holiday is none', '2026-11-26T05:00:00Z', '2026-11-27T05:00:00Z', 0],
    ['a week with a holiday', '2026-11-23T05:00:00Z', '2026-11-30T05:00:00Z', 32],
    ['the week in which clocks go back', '2026-10-30T04:00:00Z', '2026-11-06T05:00:00Z', 40],
    ['the week in which clocks go forward', '2026-03-06T05:00:00Z', '2026-03-13T04:00:00Z', 40],
    ['within a day', '2026-11-16T15:10:00Z', '2026-11-16T16:40:00Z', 1.5],
    ['backwards is none', '2026-11-17T15:00:00Z', '2026-11-16T15:00:00Z', 0],
    ['two years', '2024-11-18T05:00:00Z', '2026-11-16T05:00:00Z', 104 * 40],
  ])('%s', (_, from, to, expected) => {
    expect(hours(from, to)).toBe(expected);
  });

  const ZONES = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Honolulu'];
  const moment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 11) }).map((ms) => new Date(ms));
  const zone = fc.constantFrom(...ZONES);

  test('adds up over any moment in between, in any zone', () => {
    fc.assert(
      fc.property(zone, fc.tuple(moment, moment, moment), (timeZone, moments) => {
        const [a, b, c] = moments.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const calendar = clinic(timeZone, ['2026-01-01', '2026-07-03']);
        const between = (from: Date, to: Date) => workingTimeBetween(from, to, calendar);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
    );
  });

  test('is what was added to the one moment to reach the other', () => {
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 1, max: 400 }), (timeZone, from, added) => {
        const calendar = clinic(timeZone, ['2026-01-01', '2026-07-03']);
        expect(workingTimeBetween(from, addWorkingHours(from, added, calendar), calendar)).toBe(added * HOUR);
      }),
    );
  });
});

describe('two clocks', () => {
  const told = { receivedAt: at('2026-11-16T14:00:00Z'), informedAt: null, pauses: [] };
  const now = at('2026-11-20T22:00:00Z');
  test('run together while the clinic has it', () => {
    const clocks = clocksOf({ ...told, stage: 'triage', stageSince: told.receivedAt }, now, newYork);
    expect(clocks).toEqual({ waited: 104 * HOUR, worked: 40 * HOUR, isPaused: false, until: null });
  });
  test('only the clinic’s stands still while the person is asked', () => {
    const since = at('2026-11-18T14:00:00Z');
    const pauses = [{ from: since.toISOString(), to: null }];
    const clocks = clocksOf({ ...told, stage: 'awaiting_info', stageSince: since, pauses }, now, newYork);
    expect(clocks).toMatchObject({ waited: 104 * HOUR, worked: 16 * HOUR, isPaused: true });
  });
  test.each<[Stage, string | null, string | null]>([
    ['follow_up', '2026-11-19T15:00:00Z', '2026-11-19T15:00:00.000Z'],
    ['follow_up', null, null],
    ['closed', null, '2026-11-18T14:00:00.000Z'],
    ['closed', '2026-11-17T15:00:00Z', '2026-11-17T15:00:00.000Z'],
    ['triage', '2026-11-17T15:00:00Z', null],
  ])('in %s, told %s: over since %s', (stage, informedAt, until) => {
    const stageSince = at('2026-11-18T14:00:00Z');
    expect(clocksOf({ ...told, stage, stageSince, informedAt }, now, newYork).until).toBe(until);
  });
});

describe('the pauses of a request follow whatever moves it:', () => {
  const pausesOf = async (number: string) => {
    const [row] = await sql<{ pauses: { from: string; to: string | null }[] }>(
      'select pauses from request where number = $1',
      [Number(number.slice(3))],
    );
    return row?.pauses ?? [];
  };
  const go = async (number: string, to: Stage, ask: object = {}, now = new Date()) =>
    moveRequest(theCast().coordinator, { number, version: (await theRow(number)).version, to, ...ask }, { now });
  const asked = async () => aRequestIn('awaiting_info', theCast().coordinator, theCast().surgeon);

  test('none before anything is asked', async () => {
    expect(await pausesOf(await aRequest())).toEqual([]);
  });
  test('asked, and answered', async () => {
    const number = await asked();
    expect(await pausesOf(number)).toEqual([{ from: expect.any(String), to: null }]);
    expect((await openRequest(theCast().coordinator, { number })).clocks.isPaused).toBe(true);
    await go(number, 'triage');
    expect(await pausesOf(number)).toEqual([{ from: expect.any(String), to: expect.any(String) }]);
    await go(number, 'awaiting_info', { missing: ['report'], dueAt: inDays(7) });
    expect((await pausesOf(number)).map(({ to }) => to)).toEqual([expect.any(String), null]);
  });
  test('asked by a slip of the hand, and undone: as if it had never been', async () => {
    const number = await aRequestIn('triage', theCast().coordinator, theCast().surgeon);
    await go(number, 'awaiting_info', { missing: ['report'], dueAt: inDays(7) });
    await undoChange(theCast().coordinator, { number, version: (await theRow(number)).version });
    expect(await pausesOf(number)).toEqual([]);
  });
  test('taken back by a slip of the hand, and undone: still paused since then', async () => {
    const number = await asked();
    const before = await pausesOf(number);
    await go(number, 'triage');
    await undoChange(theCast().coordinator, { number, version: (await theRow(number)).version });
    expect(await pausesOf(number)).toEqual(before);
  });
  test('a surgeon who cannot tell asks the person too', async () => {
    const number = await aRequestIn('in_review', theCast().coordinator, theCast().surgeon);
    await decide(theCast().surgeon, number, {
      verdict: 'cannot_tell',
      needs: ['NEW_MRI'],
      message: 'We need a newer MRI.',
      imagesReviewedOn: 'report_only',
    });
    expect((await pausesOf(number)).map(({ to }) => to)).toEqual([null]);
  });
  test('closed while asked, and taken up again', async () => {
    const number = await asked();
    await go(number, 'closed', { reason: 'PT_UNREACHABLE' });
    await go(number, 'triage', { reason: 'rang again' });
    expect((await pausesOf(number)).map(({ to }) => to)).toEqual([expect.any(String)]);
  });
});
