import { beforeAll, expect, test } from 'vitest';
import { type Answer, BASE_URL_2, type Client, readyForReview, signIn, submitted } from '../house/http';
import { aCandidate } from '../house/requests';

const ROUNDS = 50;
let coordinator: Client;
let coordinatorThere: Client;
let manager: Client;
let surgeon: Client;
let surgeonThere: Client;
let surgeon2: Client;

beforeAll(async () => {
  coordinator = await signIn('coordinator');
  coordinatorThere = await signIn('coordinator', BASE_URL_2);
  manager = await signIn('manager');
  surgeon = await signIn('surgeon');
  surgeonThere = await signIn('surgeon', BASE_URL_2);
  surgeon2 = await signIn('surgeon2', BASE_URL_2);
});

/** Five at a time: the rounds are of different requests. */
async function rounds(count: number, round: () => Promise<void>) {
  for (let done = 0; done < count; done += 5)
    await Promise.all(Array.from({ length: Math.min(5, count - done) }, round));
}

/** One won; the other is told its own version and the one that stands. */
function oneWon(answers: readonly Answer[], against: number, won = 200) {
  const [winner, loser] = [...answers].sort((a, b) => a.status - b.status);
  expect([winner?.status, winner?.body.version]).toEqual([won, against + 1]);
  expect([loser?.status, loser?.body.code]).toEqual([409, 'conflict']);
  expect(loser?.body.current).toMatchObject({ version: against + 1, yours: against });
}

const stepsOf = async (number: string, event: string) =>
  (await coordinator.get(`/api/v1/requests/${number}`)).body.stream.filter(
    (item: { event?: string }) => item.event === event,
  ).length;

test(`in ${ROUNDS} rounds, of a coordinator and a manager who triage the same request one wins`, async () => {
  await rounds(ROUNDS, async () => {
    const number = await submitted();
    const change = { version: 1, to: 'triage' };
    oneWon(
      await Promise.all([coordinatorThere, manager].map((who) => who.post(`/api/v1/requests/${number}/moves`, change))),
      1,
    );
    expect(await stepsOf(number, 'moved')).toBe(1);
  });
});

test(`in ${ROUNDS} rounds, of two corrections of the same request one wins and is kept whole`, async () => {
  const number = await submitted();
  for (let version = 1; version <= ROUNDS; version++) {
    const texts = [`here, round ${version}`, `there, round ${version}`];
    const answers = await Promise.all(
      [coordinator, coordinatorThere].map((who, at) =>
        who.post(`/api/v1/requests/${number}/corrections`, { version, report: { text: texts[at] } }),
      ),
    );
    oneWon(answers, version);
    const winner = answers[0]?.status === 200 ? 0 : 1;
    expect((await coordinator.get(`/api/v1/requests/${number}`)).body).toMatchObject({
      version: version + 1,
      report: { text: texts[winner] },
    });
  }
});

test(`in ${ROUNDS} rounds, of two surgeons who take the same request one gets it`, async () => {
  await rounds(ROUNDS, async () => {
    const { number, version } = await readyForReview(coordinator);
    const answers = await Promise.all(
      [surgeon, surgeon2].map((who) => who.post(`/api/v1/requests/${number}/moves`, { version, to: 'in_review' })),
    );
    const [winner, loser] = [...answers].sort((a, b) => a.status - b.status);
    expect(winner).toMatchObject({ status: 200, body: { stage: 'in_review', version: version + 1 } });
    // Once it is the other's, a surgeon no longer sees it at all.
    expect([404, 409]).toContain(loser?.status);
    if (loser?.status === 409) expect(loser.body.current).toMatchObject({ version: version + 1, yours: version });
    const holder = answers[0]?.status === 200 ? surgeon : surgeon2;
    oneWon(
      await Promise.all(
        [1, 2].map(() => holder.post(`/api/v1/requests/${number}/decisions`, { version: version + 1, ...aCandidate })),
      ),
      version + 1,
      201,
    );
  });
});

test('a surgeon who decides in two windows at once, of the two instances, decides once', async () => {
  await rounds(10, async () => {
    const { number, version } = await readyForReview(coordinator);
    const taken = (await surgeon.post(`/api/v1/requests/${number}/moves`, { version, to: 'in_review' })).body.version;
    const verdicts = [aCandidate, { verdict: 'not_candidate', reasons: ['NO_TARGET'] }];
    const answers = await Promise.all(
      [surgeon, surgeonThere].map((who, at) =>
        who.post(`/api/v1/requests/${number}/decisions`, { version: taken, ...verdicts[at] }),
      ),
    );
    oneWon(answers, taken, 201);
    expect((await coordinator.get(`/api/v1/requests/${number}`)).body.decisions).toHaveLength(1);
  });
});

test('two surgeons who ask for the next request at once get two', async () => {
  const taken = await Promise.all([surgeon, surgeon2, surgeonThere].map((who) => who.post('/api/v1/claims')));
  const numbers = taken.filter(({ status }) => status === 200).map(({ body }) => body.number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBeGreaterThan(0);
});
