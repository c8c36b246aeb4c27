import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Ear, soon } from '../house/ear';
import { BASE_URL, BASE_URL_2, type Client, readyForReview, signIn, submitted, unknown, withKey } from '../house/http';
import { ask } from '../house/principals';

/** Two instances: what happens at one is heard at the other. */
let here: Client;
let there: Client;
const ears: Ear[] = [];
beforeAll(async () => {
  here = await signIn('coordinator');
  there = await signIn('manager', BASE_URL_2);
});
afterEach(() => {
  for (const ear of ears.splice(0)) ear.hangUp();
});

async function anEar(client: Client, base: string) {
  const ear = new Ear(client);
  ears.push(ear);
  return { ear, ...(await ear.listen(base)) };
}
const idOf = async (number: string) =>
  (await ask<{ id: string }>('select id from request where number = $1', [Number(number.slice(3))]))[0]?.id;

test('a change at one instance is heard at the other within a second, twenty times', async () => {
  const number = await submitted();
  const id = await idOf(number);
  const { ear } = await anEar(there, BASE_URL_2);
  const waits: number[] = [];
  for (let time = 1; time <= 20; time++) {
    const began = performance.now();
    expect((await here.post(`/api/v1/requests/${number}/notes`, { text: `Rang ${time}.` })).status).toBe(201);
    await soon(() => ear.changes.filter(({ request }) => request === id).length === time);
    waits.push(performance.now() - began);
  }
  expect(Math.max(...waits)).toBeLessThan(1_000);
});

test('the stream is neither kept, nor compressed, nor held back, and says ids alone', async () => {
  const { ear, headers } = await anEar(here, BASE_URL);
  expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('x-accel-buffering')).toBe('no');
  expect(headers.get('content-encoding')).toBeNull();
  const number = await submitted();
  const id = await idOf(number);
  await soon(() => ear.changes.some(({ request }) => request === id));
  for (const change of ear.changes) expect(Object.keys(change).sort()).toEqual(['event', 'request']);
});

test('who reads a request at one instance is told at the other', async () => {
  const number = await submitted();
  const { ear } = await anEar(there, BASE_URL_2);
  expect((await here.post(`/api/v1/requests/${number}/readings`, {})).status).toBe(200);
  const id = await idOf(number);
  await soon(() => ear.other.some(({ event, said }) => event === 'reading' && (said as string[]).includes(id ?? '')));
  const { body } = await there.get('/api/v1/readings');
  expect(body.items).toContainEqual(expect.objectContaining({ number, reader: expect.anything() }));
  await here.post(`/api/v1/requests/${number}/readings`, { isHere: false });
});

test('a surgeon is told null of a request that is another’s', async () => {
  const { number, version } = await readyForReview(here);
  const { id: other } =
    (await ask<{ id: string }>("select id from staff where email = 'surgeon2@demo.clinic'"))[0] ?? {};
  await here.post(`/api/v1/requests/${number}/assignments`, { version, staffId: other });
  const { ear } = await anEar(await signIn('surgeon'), BASE_URL);
  await here.post(`/api/v1/requests/${number}/notes`, { text: 'Rang.' });
  await soon(() => ear.changes.length > 0);
  expect(ear.changes).not.toContainEqual(expect.objectContaining({ request: await idOf(number) }));
});

describe('nobody hears who may not:', () => {
  test.each([
    ['nobody', async () => unknown(), 401],
    ['an intake key', async () => withKey(), 403],
    ['an administrator', async () => signIn('admin'), 403],
  ])('%s', async (_, who, status) => {
    const ear = new Ear(await who());
    await expect(ear.listen(BASE_URL)).rejects.toThrow();
    expect(ear.status).toBe(status);
  });
});

describe('who sits at an idle tab is told at once', () => {
  test('that they signed out on another device', async () => {
    const own = await signIn('coordinator', BASE_URL_2);
    const { ear, done } = await anEar(own, BASE_URL_2);
    const { token } = await lastSession('coordinator@demo.clinic');
    await ask('update session set revoked_at = now() where id = $1', [token]);
    await soon(() => ear.other.some(({ event }) => event === 'end'));
    expect(ear.other.at(-1)).toEqual({ event: 'end', said: { why: 'revoked' } });
    await done;
    expect((await own.get('/api/v1/requests?limit=1')).status).toBe(401);
  });
});

test('listening is no sign of life', async () => {
  const own = await signIn('coordinator');
  const { token } = await lastSession('coordinator@demo.clinic');
  await ask("update session set last_seen_at = now() - interval '14 minutes' where id = $1", [token]);
  const { ear } = await anEar(own, BASE_URL);
  const [row] = await ask<{ idle: number }>(
    'select extract(epoch from now() - last_seen_at)::int as idle from session where id = $1',
    [token],
  );
  expect(row?.idle).toBeGreaterThanOrEqual(14 * 60);
  ear.hangUp();
});

async function lastSession(email: string) {
  const [row] = await ask<{ token: string }>(
    'select s.id as token from session s join staff t on t.id = s.staff_id where t.email = $1 order by s.created_at desc limit 1',
    [email],
  );
  return row ?? { token: '' };
}
