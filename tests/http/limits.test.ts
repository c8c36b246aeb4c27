import { expect, test } from 'vitest';
import { aKey, timesAudited } from '../house/audited';
import { type Answer, BASE_URL_2, withKey } from '../house/http';

test('a key that asks too often is told when to come back, and nothing of it is read', async () => {
  const program = withKey(await aKey());
  const before = await timesAudited('request.submit', 'invalid');
  const answers: Answer[] = [];
  // Ten are let in again each second: on a slow machine it takes more than seven hundred to be over the limit.
  for (let round = 0; round < 35 || (round < 200 && answers.every(({ status }) => status !== 429)); round++)
    answers.push(...(await Promise.all(Array.from({ length: 20 }, () => program.post('/api/v1/requests', {})))));
  const turnedAway = answers.filter(({ status }) => status === 429);
  const looked = answers.filter(({ status }) => status === 422);
  expect(turnedAway.length).toBeGreaterThan(0);
  expect(turnedAway.length + looked.length).toBe(answers.length);
  for (const { headers, body } of turnedAway) {
    expect(body).toMatchObject({ code: 'too_many', title: 'Too many attempts' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await timesAudited('request.submit', 'invalid')) - before).toBeGreaterThanOrEqual(looked.length);
  // Another program is not held up by it, and neither is this one at another instance.
  expect((await withKey(await aKey()).post('/api/v1/requests', {})).status).toBe(422);
  expect((await withKey(await aKey(), BASE_URL_2).post('/api/v1/requests', {})).status).toBe(422);
});
