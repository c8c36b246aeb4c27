import { beforeAll, describe, expect, test } from 'vitest';
import { correctRequest } from '@/lib/commands/correct-request';
import { openRequest } from '@/lib/queries/open-request';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aFullIntake, noRedFlags } from './house/intake';
import { aRequest, aRequestIn, decide, historyOf, inDays, move, theRow } from './house/requests';
import { outcomeOf, standing } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const correct = async (number: string, parts: object) =>
  correctRequest(theCast().coordinator, { number, version: (await theRow(number)).version, ...parts });

test('a corrected part replaces the whole part, and the history keeps what it was', async () => {
  const number = await aRequest();
  const was = aFullIntake().conservativeCare;
  await correct(number, { conservativeCare: [] });
  expect((await historyOf(number)).at(-1)).toMatchObject({
    kind: 'corrected',
    version: 2,
    facts: { parts: ['conservativeCare'], before: { conservativeCare: was }, missing: ['conservative_care'] },
  });
  expect((await openRequest(theCast().coordinator, { number })).missing).toEqual(['conservative_care']);
});

test('a corrected name and number are what the person is found by', async () => {
  const number = await aRequest();
  await correct(number, { person: { ...aFullIntake().person, lastName: 'Núñez-Quetzal', phone: '+525512345678' } });
  for (const q of ['nunez-quetzal', '5512345678'])
    expect((await worklist(theCast().coordinator, { q })).items.map((item) => item.number)).toContain(number);
});

describe('saying again what stands is no correction:', () => {
  const told = aFullIntake();
  const { person, complaint, redFlags, imaging, report, consents, conservativeCare } = told;
  test.each(Object.entries({ person, complaint, redFlags, imaging, report, consents, conservativeCare }))(
    '%s',
    async (part, said) => {
      const number = await aRequest(told);
      const before = await standing();
      expect(await outcomeOf(() => correct(number, { [part]: said }))).toBe('invalid');
      expect(await standing()).toEqual(before);
    },
  );
  test('nor is saying nothing', async () => {
    const number = await aRequest();
    expect(await outcomeOf(() => correct(number, {}))).toBe('invalid');
  });
});

describe('red flags', () => {
  test('raise the class and its clock, and every version has its event', async () => {
    const number = await aRequest();
    await correct(number, { redFlags: { ...noRedFlags, CES1: 'yes' } });
    const row = await theRow(number);
    expect(row.urgency).toBe('emergency');
    expect((row.due_at?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThan(15 * 60_000 + 1);
    expect((await historyOf(number)).at(-1)?.version).toBe(row.version);
  });

  test('raised while information is awaited start the same clock', async () => {
    const { coordinator, surgeon } = theCast();
    const number = await aRequestIn('awaiting_info', coordinator, surgeon);
    await correct(number, { redFlags: { ...noRedFlags, CES1: 'yes' } });
    expect(((await theRow(number)).due_at?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThan(
      15 * 60_000 + 1,
    );
  });

  test('are graver where the complaint that is told later makes them so', async () => {
    const number = await aRequest({ redFlags: { ...noRedFlags, TUM1: 'yes' } });
    expect((await theRow(number)).urgency).toBe('same_day');
    await correct(number, { complaint: { ...aFullIntake().complaint, weakness: 'yes' } });
    const row = await theRow(number);
    expect(row.urgency).toBe('emergency');
    expect((row.due_at?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThan(15 * 60_000 + 1);
  });

  test('are never lowered by a coordinator', async () => {
    const number = await aRequest({ redFlags: { ...noRedFlags, CES1: 'yes' } });
    await correct(number, { redFlags: noRedFlags });
    expect((await theRow(number)).urgency).toBe('emergency');
  });
});

test('the last item that was asked for brings a waiting request back to triage, in one event of its own', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('triage', coordinator, surgeon, { report: undefined, conservativeCare: [] });
  await move(coordinator, number, 'awaiting_info', { missing: ['report', 'conservative_care'], dueAt: inDays(7) });
  await correct(number, { report: { text: 'It came.' } });
  expect(await theRow(number)).toMatchObject({ stage: 'awaiting_info', asked_for: ['report', 'conservative_care'] });
  await correct(number, { conservativeCare: [{ kind: 'other' }] });
  const row = await theRow(number);
  expect(row).toMatchObject({ stage: 'triage', missing: [], asked_for: [] });
  expect((await historyOf(number)).at(-1)).toMatchObject({
    kind: 'moved',
    from_stage: 'awaiting_info',
    to_stage: 'triage',
    version: row.version,
  });
});

test('what was not asked for does not hold it back', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('awaiting_info', coordinator, surgeon, { report: undefined, conservativeCare: [] });
  await correct(number, { report: { text: 'It came.' } });
  expect(await theRow(number)).toMatchObject({ stage: 'triage', missing: ['conservative_care'] });
});

test('what a surgeon still needs stays asked for until somebody moves the request on', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon, { report: undefined });
  await decide(surgeon, number, { verdict: 'cannot_tell', needs: ['CT', 'NEW_MRI'] });
  await correct(number, { report: { text: 'It came.' } });
  const item = await openRequest(coordinator, { number });
  expect(item).toMatchObject({ stage: 'awaiting_info', askedFor: ['CT', 'NEW_MRI'] });
  await move(coordinator, number, 'ready_for_review', { reason: 'CT is here' });
  expect((await openRequest(coordinator, { number })).askedFor).toEqual([]);
});

test('against an older version nothing is corrected, and what stands is told', async () => {
  const number = await aRequest();
  await correct(number, { conservativeCare: [] });
  await expect(
    correctRequest(theCast().coordinator, { number, version: 1, report: { text: 'x' } }),
  ).rejects.toMatchObject({ code: 'conflict', current: { version: 2, yours: 1 } });
});
