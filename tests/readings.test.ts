import { beforeAll, expect, test } from 'vitest';
import { keepReading } from '@/lib/commands/keep-reading';
import { releaseIdleClaims } from '@/lib/commands/release-idle-claims';
import { listReadings } from '@/lib/queries/list-readings';
import { openReview } from '@/lib/queries/open-review';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { theHouse } from './house/people';
import { aRequest, aRequestIn, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

const start = Date.now();
const after = (seconds: number) => ({ now: new Date(start + seconds * 1_000) });
const readersOf = async (number: string, seconds: number, viewer = theCast().manager) =>
  (await listReadings(viewer, {}, after(seconds))).items.filter((one) => one.number === number);

test('who has it open is told by name, since when, and for a minute after the last word', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  for (const seconds of [0, 20, 40]) await keepReading(coordinator, { number }, after(seconds));
  expect(await readersOf(number, 99)).toEqual([
    {
      number,
      reader: { id: coordinator.id, name: coordinator.name },
      since: after(0).now.toISOString(),
      until: after(100).now.toISOString(),
    },
  ]);
  expect(await readersOf(number, 100)).toEqual([]);
  await keepReading(coordinator, { number }, after(130));
  expect(await readersOf(number, 131)).toMatchObject([{ since: after(130).now.toISOString() }]);
});

test('who leaves is gone at once, and two who read are both told', async () => {
  const { coordinator, otherCoordinator } = theCast();
  const number = await aRequest();
  await keepReading(coordinator, { number }, after(0));
  await keepReading(otherCoordinator, { number }, after(5));
  expect((await readersOf(number, 6)).map(({ reader }) => reader.id)).toEqual([coordinator.id, otherCoordinator.id]);
  await keepReading(coordinator, { number, isHere: false }, after(7));
  expect((await readersOf(number, 8)).map(({ reader }) => reader.id)).toEqual([otherCoordinator.id]);
});

test('a surgeon hears who reads their own requests and nobody else’s', async () => {
  const { coordinator, surgeon, otherSurgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  await keepReading(coordinator, { number }, after(0));
  expect(await readersOf(number, 1, surgeon)).toHaveLength(1);
  expect(await readersOf(number, 1, otherSurgeon)).toEqual([]);
});

test('reading locks nothing and changes no version', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const before = await theRow(number);
  await keepReading(coordinator, { number });
  expect(await theRow(number)).toEqual(before);
});

test('a claim stays alive under its reader, and under nobody else', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  for (let minute = 1; minute <= 40; minute++) await keepReading(surgeon, { number }, after(minute * 60 + 1));
  await releaseIdleClaims(theHouse, {}, after(41 * 60));
  expect(await theRow(number)).toMatchObject({ stage: 'in_review', surgeon_id: surgeon.id });
  await keepReading(coordinator, { number }, after(71 * 60));
  await releaseIdleClaims(theHouse, {}, after(71 * 60));
  expect(await theRow(number)).toMatchObject({ stage: 'ready_for_review', surgeon_id: null });
});

test('of two requests in hand the first taken stays on the screen while it is read', async () => {
  const { coordinator, otherSurgeon } = theCast();
  const first = await aRequestIn('in_review', coordinator, otherSurgeon);
  await aRequestIn('in_review', coordinator, otherSurgeon);
  for (const seconds of [100, 200, 300]) {
    await keepReading(otherSurgeon, { number: first }, after(seconds));
    expect((await openReview(otherSurgeon, {}, after(seconds))).inHand?.number).toBe(first);
  }
});

test('a word said again and again is not audited each time; opening was', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  await keepReading(coordinator, { number });
  expect(await sql("select 1 from audit where action = 'reading.keep' and outcome = 'done'")).toEqual([]);
});
