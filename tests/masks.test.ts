import { beforeAll, describe, expect, test } from 'vitest';
import { correctRequest } from '@/lib/commands/correct-request';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { openRequest } from '@/lib/queries/open-request';
import { openReview } from '@/lib/queries/open-review';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { readAudit } from '@/lib/queries/read-audit';
import { worklist } from '@/lib/queries/worklist';
import { actorOf, gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aFullIntake } from './house/intake';
import { aRequestIn, decide, inDays, theRow } from './house/requests';

useDatabase();

const CANARIES = {
  phone: '+13055550911',
  secondPhone: '+13055550922',
  email: 'canary-bird@example.com',
  postcode: 'CANARY-33101',
  insurance: 'MEMBER-CANARY-77',
} as const;
type Canary = keyof typeof CANARIES;
const ALL = Object.keys(CANARIES) as Canary[];
const CONTACT: Canary[] = ['phone', 'secondPhone', 'email', 'postcode'];

const { phone, secondPhone, email, postcode, insurance } = CANARIES;
const intake = {
  person: { ...aFullIntake().person, phone, secondPhone, email, postcode },
  insurance: { payer: 'Acme', planType: 'commercial', memberId: insurance },
};
let undecided = '';
let decided = '';

/** Two requests of the surgeon, one in hand and one answered; both corrected, so that the history holds what was there before. */
beforeAll(async () => {
  const { coordinator, surgeon } = await gatherCast();
  undecided = await aRequestIn('in_review', coordinator, surgeon, intake);
  // Another person at the same address: one told twice would be one request.
  const other = { ...intake, person: { ...intake.person, firstName: 'Rosa' } };
  decided = await aRequestIn('in_review', coordinator, surgeon, other);
  for (const number of [undecided, decided]) {
    const corrections = [
      { person: { ...intake.person, lastName: 'Delgado-Ruiz' } },
      { insurance: { ...intake.insurance, payer: 'Acme Health' } },
    ];
    for (const parts of corrections)
      await correctRequest(coordinator, { number, version: (await theRow(number)).version, ...parts });
    await scheduleFollowUp(coordinator, { number, dueAt: inDays(0.001), what: 'Ring', staffId: surgeon.id });
  }
  await decide(surgeon, decided);
});

const seenIn = (answer: unknown) => ALL.filter((field) => JSON.stringify(answer).includes(CANARIES[field]));

describe('opened,', () => {
  test.each([
    ['coordinator', 'an undecided request', ALL, []],
    ['coordinator', 'a decided request', ALL, []],
    ['surgeon', 'an undecided request', [], ALL],
    ['surgeon', 'a decided request', ['insurance'], CONTACT],
    ['manager', 'an undecided request', ['insurance'], CONTACT],
    ['manager', 'a decided request', ['insurance'], CONTACT],
  ] as const)('to a %s, %s shows %j and says that %j are held back', async (role, which, seen, masked) => {
    const number = which === 'a decided request' ? decided : undecided;
    const answer = await openRequest(actorOf(role), { number });
    expect(seenIn(answer)).toEqual(seen);
    expect(answer.masked).toEqual(masked);
  });

  test('a surgeon reads the request in hand without contact or insurance', async () => {
    const { inHand, ...rest } = await openReview(theCast().surgeon, {});
    expect(inHand?.number).toBe(undecided);
    expect(seenIn({ inHand, rest })).toEqual([]);
  });
});

describe('no list, number or log shows any of it:', () => {
  const questions = [
    ['the worklist', worklist, { view: 'all' }],
    ['the follow-ups', listFollowUps, { owner: 'all' }],
    ['the numbers', pipelineStats, {}],
    ['the audit', readAudit, {}],
  ] as const;
  const readers = ['coordinator', 'surgeon', 'manager', 'admin'] as const;
  const asked = questions.flatMap(([name, see, question]) =>
    readers
      .filter((role) => role !== 'admin' || name === 'the numbers' || name === 'the audit')
      .map((role) => [name, role, see, question] as const),
  );
  test.each(asked)('%s, asked by a %s', async (_, role, see, question) => {
    expect(seenIn(await see(actorOf(role), question))).toEqual([]);
  });
});

test.each([
  ['surgeon', '5550911'],
  ['manager', '5550922'],
  ['surgeon', 'canary-bird'],
  ['manager', 'canary-bird'],
] as const)('a %s, who sees no contact, does not learn it by searching for %s either', async (role, q) => {
  const { found, items } = await worklist(actorOf(role), { view: 'all', q });
  expect([found.value, items.length]).toEqual([0, 0]);
});
