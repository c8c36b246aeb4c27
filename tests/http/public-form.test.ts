import { expect, test } from 'vitest';
import { timesAudited } from '../house/audited';
import { AN_ANSWER } from '../house/form-answers';
import { type Answer, ask, BASE_URL, unknown } from '../house/http';

const post = (
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Record<string, string> = {},
) =>
  ask(`${BASE_URL}${path}`, {
    method: 'POST',
    headers: { origin: BASE_URL, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, said]) => [said].flat().map((one) => [name, one])),
    ),
  });
const placeOf = (location: string | null) => new URL(location ?? '', BASE_URL);
/** Behind the clinic's proxy each person has an address; here each test does. */
const from = (address: string) => ({ 'x-forwarded-for': address });

async function begin(address: string) {
  const { status, headers } = await post('/review-request/begin', { language: 'en' }, from(address));
  expect(status).toBe(303);
  return placeOf(headers.get('location')).pathname;
}

test('a form is begun, kept step by step and sent by plain posts, each answered with the next page', async () => {
  const form = await begin('198.51.100.1');
  const steps = Object.entries(AN_ANSWER);
  const went = [];
  for (const [step, answers] of steps) {
    const { headers, status } = await post(`${form}/keep`, { step, go: 'next', ...answers }, from('198.51.100.1'));
    expect(status).toBe(303);
    went.push(placeOf(headers.get('location')).searchParams.get('step'));
  }
  expect(went).toEqual(['safety', 'tried', 'pictures', 'you', 'send', 'check']);
  const { headers } = await post(`${form}/send`, {}, from('198.51.100.1'));
  const page = placeOf(headers.get('location'));
  expect(page.pathname).toMatch(/^\/status\/[\w-]{54}$/);
  const shown = await ask(`${BASE_URL}${page.pathname}`);
  expect(shown.text).toMatch(/MR-\d{6}/);
  expect(shown.text).not.toMatch(/Delgado|lumbar/);
  // The form leads there from now on, and holds nothing.
  const again = await ask(`${BASE_URL}${form}?lang=en`);
  expect([again.status, placeOf(again.headers.get('location')).pathname]).toEqual([307, page.pathname]);
});

test.each([
  ['absent', {}],
  ['null', { origin: 'null' }],
  ['foreign', { origin: 'https://evil.example' }],
])('a post whose Origin is %s changes nothing', async (_, headers) => {
  const before = await timesAudited('form.begin', 'bad_origin');
  const answer = await ask(`${BASE_URL}/review-request/begin`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'language=en',
  });
  expect([answer.status, answer.body.code]).toEqual([403, 'bad_origin']);
  expect(await timesAudited('form.begin', 'bad_origin')).toBe(before + 1);
});

test.each([
  ['a step that does not exist', { step: 'pay', go: 'next' }, 422],
  ['a field of another step', { step: 'where', go: 'next', firstName: 'Ana' }, 422],
  ['a step said twice', { step: ['where', 'safety'], go: 'next' }, 422],
  ['70 kB', { step: 'tried', go: 'next', story: 'x'.repeat(70_000) }, 413],
])('%s is refused by name', async (_, fields, status) => {
  const form = await begin('198.51.100.2');
  const answer = await post(`${form}/keep`, fields, from('198.51.100.2'));
  expect(answer.status).toBe(status);
  expect(answer.body.fields.length).toBeGreaterThan(0);
});

test('a browser that is refused is told so in words, in both languages', async () => {
  const form = await begin('198.51.100.5');
  const answer = await post(`${form}/keep`, { step: 'pay' }, { ...from('198.51.100.5'), accept: 'text/html,*/*' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8']);
  expect(answer.text).toMatch(/Go back and send it again.*Vuelva atrás/);
});

test('JSON is no form', async () => {
  expect((await unknown().post('/review-request/begin', { language: 'en' })).status).toBe(422);
});

test('one address that posts too often is told when to come back; another is not held up', async () => {
  const answers: Answer[] = [];
  // One a second is let in again.
  for (let round = 0; round < 65 || (round < 300 && answers.every(({ status }) => status !== 429)); round++)
    answers.push(await post('/review-request/begin', { language: 'xx' }, from('198.51.100.3')));
  const away = answers.filter(({ status }) => status === 429);
  expect(away.length).toBeGreaterThan(0);
  expect(Number(away[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  await begin('198.51.100.4');
});

test('the pages of the public say where a post comes from to nobody but this clinic', async () => {
  const { headers } = await ask(`${BASE_URL}/review-request`);
  expect(headers.get('referrer-policy')).toBe('same-origin');
});
