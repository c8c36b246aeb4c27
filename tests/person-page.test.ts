import { beforeAll, describe, expect, test } from 'vitest';
import { chooseContact } from '@/lib/commands/choose-contact';
import { confirmPerson } from '@/lib/commands/confirm-person';
import { moveRequest } from '@/lib/commands/move-request';
import { submitRequest } from '@/lib/commands/submit-request';
import { withdrawRequest } from '@/lib/commands/withdraw-request';
import { phaseOf } from '@/lib/domain/person-page';
import { STAGES } from '@/lib/domain/stages';
import { openRequest } from '@/lib/queries/open-request';
import { openStatus } from '@/lib/queries/open-status';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { AN_ANSWER } from './house/form-answers';
import { aSentForm, BORN, seen } from './house/forms';
import { aFullIntake } from './house/intake';
import { nobody, program } from './house/people';
import { auditTrail, historyOf, inDays } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const numberAt = async (token: string) => (await openStatus(nobody, { token })).number;
const MINUTE = 60_000;

test('before the date of birth is told the page says a number and how far it is, and nothing of the person', async () => {
  const token = await aSentForm();
  const page = await openStatus(nobody, { token });
  expect(page).toEqual({ number: expect.stringMatching(/^MR-\d{6}$/), phase: 'received', language: 'en', own: null });
  expect((await auditTrail()).at(-1)).toMatchObject({ action: 'status.open', outcome: 'done', actor_role: 'public' });
});

test('with it, for half an hour, what is needed and how they are reached', async () => {
  const told = await seen(await aSentForm());
  expect((await openStatus(nobody, told)).own).toMatchObject({
    firstName: 'Ana',
    preferredChannel: 'phone',
    mayPhone: true,
  });
  const later = new Date(Date.now() + 31 * MINUTE);
  expect((await openStatus(nobody, told, { now: later })).own).toBeNull();
});

test('proof of one link is none for another', async () => {
  const { proof } = await seen(await aSentForm());
  expect((await openStatus(nobody, { token: await aSentForm(), proof })).own).toBeNull();
});

test('what is asked for is named by its code alone', async () => {
  const told = await seen(await aSentForm());
  const number = await numberAt(told.token);
  const { coordinator } = theCast();
  await moveRequest(coordinator, { number, version: 1, to: 'triage' });
  const ask = { number, version: 2, to: 'awaiting_info', missing: ['report'], dueAt: inDays(3) };
  await moveRequest(coordinator, ask);
  expect(await openStatus(nobody, told)).toMatchObject({ phase: 'need', own: { needs: ['report'] } });
});

describe('a link', () => {
  test('that nobody signed, that was cut or that has ended says the same', async () => {
    const token = await aSentForm();
    const ended = new Date(Date.now() + 181 * 24 * 60 * MINUTE);
    const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const one of [flipped, token.slice(0, 40), 'x', ''])
      expect(await outcomeOf(() => openStatus(nobody, { token: one }))).toBe('gone');
    expect(await outcomeOf(() => openStatus(nobody, { token }, { now: ended }))).toBe('gone');
  });

  test('comes with a request by key as well, and leads to that one', async () => {
    const { number, statusUrl } = await submitRequest(program, aFullIntake());
    const token = statusUrl.split('/').at(-1) ?? '';
    expect(await numberAt(token)).toBe(number);
  });
});

test('a wrong date of birth is refused, after five of them for a while, and the right one then waits too', async () => {
  const token = await aSentForm();
  const now = new Date();
  const tries = async (dateOfBirth: string, at = now) =>
    outcomeOf(() => confirmPerson(nobody, { token, dateOfBirth }, { now: at }));
  for (let slip = 0; slip < 5; slip++) expect(await tries('1974-03-03')).toBe('incomplete');
  expect(await tries('1974-03-03')).toBe('too_many');
  expect(await tries(BORN)).toBe('too_many');
  expect(await tries(BORN, new Date(now.getTime() + 2 * MINUTE))).toBe('done');
});

describe('how to be reached', () => {
  test('is changed by the person, kept with its consents, and told to the staff', async () => {
    const told = await seen(await aSentForm());
    const number = await numberAt(told.token);
    await chooseContact(nobody, { ...told, preferredChannel: 'text', phone: false, text: true, email: false });
    const request = await openRequest(theCast().coordinator, { number });
    expect(request).toMatchObject({
      person: { preferredChannel: 'text' },
      consents: { phone: false, text: true, review: true },
    });
    expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'corrected', actor_name: 'The person' });
    const lines = await sql<{ kind: string; is_given: boolean }>(
      'select c.kind, c.is_given from consent c join request r on r.id = c.request_id where r.number = $1 order by c.at, c.id',
      [Number(number.slice(3))],
    );
    expect(lines.slice(8)).toEqual([
      { kind: 'phone', is_given: false },
      { kind: 'text', is_given: true },
    ]);
  });

  test.each([
    ['without the date of birth', {}, 'unauthenticated'],
    ['by a way that is not allowed', { preferredChannel: 'email' }, 'invalid'],
  ])('is not changed %s', async (_, change, outcome) => {
    const told = await seen(await aSentForm());
    const said = { preferredChannel: 'phone', phone: true, text: false, email: false, ...change };
    const link = outcome === 'unauthenticated' ? { token: told.token } : told;
    expect(await outcomeOf(() => chooseContact(nobody, { ...link, ...said }))).toBe(outcome);
  });
});

describe('withdrawn', () => {
  test('by the person it is closed, and its follow-ups are done', async () => {
    const told = await seen(await aSentForm());
    const number = await numberAt(told.token);
    expect(await withdrawRequest(nobody, told)).toEqual({ isClosed: true });
    expect((await historyOf(number)).at(-1)).toMatchObject({
      to_stage: 'closed',
      reason: 'WITHDRAWN',
      actor_name: 'The person',
    });
    expect(await openStatus(nobody, told)).toMatchObject({ phase: 'ended', own: { mayWithdraw: false } });
    expect(await outcomeOf(() => withdrawRequest(nobody, told))).toBe('gone');
  });

  test('with a red flag it stays open, pinned, and somebody is told to call', async () => {
    const told = await seen(await aSentForm({ safety: { ...AN_ANSWER.safety, CES1: 'not_sure' } }));
    const number = await numberAt(told.token);
    expect(await withdrawRequest(nobody, told)).toEqual({ isClosed: false });
    const request = await openRequest(theCast().coordinator, { number });
    expect(request).toMatchObject({ stage: 'new', urgency: 'emergency' });
    expect(request.followUps).toMatchObject([{ what: expect.stringMatching(/withdraw.*red flag/) }]);
    expect((await historyOf(number)).map(({ kind }) => kind)).toContain('withdrawal_asked');
  });

  test('never without the date of birth', async () => {
    const token = await aSentForm();
    expect(await outcomeOf(() => withdrawRequest(nobody, { token }))).toBe('unauthenticated');
  });
});

test.each(STAGES.map((stage) => [stage] as const))('every stage has words for the person: %s', (stage) => {
  expect(phaseOf({ stage, isDecided: false })).toMatch(/received|need|with_surgeon|answer_ready|ended/);
});
