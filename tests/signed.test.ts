import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createKey } from '@/lib/commands/create-key';
import { revokeKey } from '@/lib/commands/revoke-key';
import { rotateKey } from '@/lib/commands/rotate-key';
import { submitRequest } from '@/lib/commands/submit-request';
import type { Actor } from '@/lib/domain/permissions';
import { Refusal } from '@/lib/domain/refusal';
import { proveSigned } from '@/lib/door/signed';
import { bodyIn } from '@/lib/door/told';
import { listKeys } from '@/lib/queries/list-keys';
import { sql, useDatabase } from './house/database';
import { aFullIntake } from './house/intake';
import { aPerson } from './house/people';
import { signed } from './house/sign';

useDatabase();
let admin: Actor;
let keyId = '';
let secret = '';
beforeAll(async () => {
  admin = await aPerson('admin');
});
beforeEach(async () => {
  ({ id: keyId, key: secret } = await createKey(admin, { name: 'Form vendor', isSigning: true }));
});

const NOW = new Date('2026-12-01T12:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const said = () => JSON.stringify(aFullIntake());
const sentWith = (headers: Record<string, string>, body: string) =>
  new Request('http://127.0.0.1:3000/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const prove = (headers: Record<string, string>, body = said(), now = NOW) =>
  proveSigned(sentWith(headers, body), 'request.submit', now);

/** As the address does it: proven, then through the door. */
async function submit(headers: Record<string, string>, body: string, idempotencyKey?: string) {
  const { actor, bytes, signature } = await prove(headers, body);
  const raw = () => Promise.resolve(bodyIn(bytes, new Headers({ 'content-type': 'application/json' })));
  return submitRequest(actor, raw, { now: NOW, signature, ...(idempotencyKey ? { idempotencyKey } : {}) });
}
const requests = async () => (await sql<{ n: number }>('select count(*)::int as n from request'))[0]?.n ?? 0;
async function refusalOf(attempt: () => Promise<unknown>): Promise<Refusal> {
  const error = await attempt().then(
    () => new Error('it was not refused'),
    (one: unknown) => one,
  );
  if (error instanceof Refusal) return error;
  throw error;
}

test('what is signed goes in as the key it was signed by, and the secret is never sent', async () => {
  const body = said();
  const headers = signed(body, { keyId, secret, at: NOW });
  expect(JSON.stringify(headers)).not.toContain(secret);
  expect((await prove(headers, body)).actor).toEqual({
    id: keyId,
    role: 'intake',
    name: 'Form vendor',
    sessionId: null,
  });
  expect((await submit(headers, body)).number).toMatch(/^MR-/);
});

test('the bytes count, not what they mean: a body of any script and spacing is proven as it was sent', async () => {
  const body = `  ${JSON.stringify(aFullIntake({ complaint: { region: 'si', story: 'Duele aquí — 痛い' } }), null, 3)}\n`;
  expect((await submit(signed(body, { keyId, secret, at: NOW }), body)).number).toMatch(/^MR-/);
});

describe('is refused with 401, named, kept about the key and nothing written:', () => {
  type Sent = { readonly headers: Record<string, string>; readonly body?: string };
  const good = (body: string) => signed(body, { keyId, secret, at: NOW });
  test.each<[string, string, boolean, (body: string) => Sent | Promise<Sent>]>([
    ['no signature', 'X-Foramen-Signature', false, () => ({ headers: { 'x-foramen-key': keyId } })],
    [
      'no key',
      'X-Foramen-Key',
      false,
      (body) => ({ headers: { 'x-foramen-signature': good(body)['x-foramen-signature'] } }),
    ],
    [
      'a signature that is none',
      'X-Foramen-Signature',
      false,
      () => ({ headers: { 'x-foramen-key': keyId, 'x-foramen-signature': 'v1=abc' } }),
    ],
    [
      'one of 301 seconds ago',
      'X-Foramen-Signature',
      true,
      (body) => ({ headers: signed(body, { keyId, secret, at: later(-301) }) }),
    ],
    [
      'one of 301 seconds ahead',
      'X-Foramen-Signature',
      true,
      (body) => ({ headers: signed(body, { keyId, secret, at: later(301) }) }),
    ],
    [
      'another secret',
      'X-Foramen-Signature',
      true,
      (body) => ({ headers: signed(body, { keyId, secret: 'fs_another', at: NOW }) }),
    ],
    [
      'an altered body',
      'X-Foramen-Signature',
      true,
      (body) => ({ headers: good(body), body: body.replace('Delgado', 'Delgada') }),
    ],
    ['one more space', 'X-Foramen-Signature', true, (body) => ({ headers: good(body), body: `${body} ` })],
    [
      'an altered time',
      'X-Foramen-Signature',
      true,
      (body) => ({
        headers: {
          ...good(body),
          'x-foramen-signature': good(body)['x-foramen-signature'].replace(/t=\d+/, `t=${NOW.getTime() / 1_000 + 1}`),
        },
      }),
    ],
    [
      'a key that never was',
      'X-Foramen-Key',
      false,
      (body) => ({ headers: signed(body, { keyId: '00000000-0000-4000-8000-00000000dead', secret, at: NOW }) }),
    ],
    [
      'a key that is sent and does not sign',
      'X-Foramen-Key',
      false,
      async (body) => {
        const { id, key } = await createKey(admin, { name: 'Bearer' });
        return { headers: signed(body, { keyId: id, secret: key, at: NOW }) };
      },
    ],
    [
      'a revoked key',
      'X-Foramen-Key',
      false,
      async (body) => {
        await revokeKey(admin, { keyId });
        return { headers: good(body) };
      },
    ],
    [
      'an expired key',
      'X-Foramen-Key',
      false,
      async (body) => {
        await sql('update intake_key set expires_at = $2 where id = $1', [keyId, NOW]);
        return { headers: good(body) };
      },
    ],
  ])('%s', async (_, field, isKnown, sent) => {
    const body = said();
    const { headers, body: altered = body } = await sent(body);
    const before = await requests();
    const { code, fields } = await refusalOf(() => submit(headers, altered));
    expect([code, fields.map(({ path }) => path)]).toEqual(['unauthenticated', [field]]);
    const [kept] = await sql('select actor_role, action, outcome, subject_id from audit order by seq desc limit 1');
    expect(kept).toEqual({
      actor_role: 'public',
      action: 'request.submit',
      outcome: 'unauthenticated',
      subject_id: isKnown ? keyId : null,
    });
    expect(await requests()).toBe(before);
  });

  test('not one of exactly five minutes, either way', async () => {
    const body = said();
    for (const at of [later(-300), later(300)])
      expect((await prove(signed(body, { keyId, secret, at }), body)).actor.id).toBe(keyId);
  });

  test('and no byte is read of what can be refused without', async () => {
    const body = said();
    const request = sentWith(signed(body, { keyId, secret, at: later(-301) }), body);
    await refusalOf(() => proveSigned(request, 'request.submit', NOW));
    expect(request.bodyUsed).toBe(false);
  });
});

test('a signature opens nothing but what a key may do', async () => {
  const body = said();
  const { code } = await refusalOf(() =>
    proveSigned(sentWith(signed(body, { keyId, secret, at: NOW }), body), 'note.write', NOW),
  );
  expect(code).toBe('forbidden');
});

describe('a replay', () => {
  test('is answered as the first time, and makes no second request', async () => {
    const body = said();
    const headers = signed(body, { keyId, secret, at: NOW });
    const first = await submit(headers, body);
    const before = await requests();
    expect(await submit(headers, body)).toEqual(first);
    const shouted = headers['x-foramen-signature'].replace(/v1=.*/, (hex) => hex.toUpperCase().replace('V1', 'v1'));
    expect(await submit({ ...headers, 'x-foramen-signature': shouted }, body)).toEqual(first);
    expect(await requests()).toBe(before);
  });

  test('makes none with another Idempotency-Key beside it either', async () => {
    const body = said();
    const headers = signed(body, { keyId, secret, at: NOW });
    const first = await submit(headers, body, 'form-1');
    const before = await requests();
    expect(await submit(headers, body, 'form-2')).toEqual(first);
    expect(await submit(headers, body)).toEqual(first);
    expect(await requests()).toBe(before);
  });

  test('of a retry that was signed anew under the same Idempotency-Key is the first answer too', async () => {
    const body = said();
    const first = await submit(signed(body, { keyId, secret, at: NOW }), body, 'form-3');
    const again = signed(body, { keyId, secret, at: later(60) });
    const before = await requests();
    expect(await submit(again, body, 'form-3')).toEqual(first);
    expect(await submit(again, body, 'form-4')).toEqual(first);
    expect(await requests()).toBe(before);
  });

  test('by eight at once makes one request', async () => {
    const body = said();
    const headers = signed(body, { keyId, secret, at: NOW });
    const before = await requests();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => submit(headers, body, at % 2 ? `many-${at}` : undefined)),
    );
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await requests()).toBe(before + 1);
  });

  test('while the same words signed anew, without a key for repeats, are another request', async () => {
    const body = said();
    const first = await submit(signed(body, { keyId, secret, at: NOW }), body);
    const second = await submit(signed(body, { keyId, secret, at: later(1) }), body);
    expect(second.number).not.toBe(first.number);
  });
});

test('after a rotation both secrets sign until the overlap ends, then the new one alone; its use is seen', async () => {
  const { key: next } = await rotateKey(admin, { keyId, overlap: 'hour' }, { now: NOW });
  const body = said();
  const by = (one: string, at: Date) =>
    refusalOf(() =>
      prove(signed(body, { keyId, secret: one, at }), body, at).then(() => Promise.reject(new Refusal('gone', 'done'))),
    );
  expect((await by(next, NOW)).detail).toBe('done');
  expect((await by(secret, later(3_599))).detail).toBe('done');
  const { keys } = await listKeys(admin, {}, { now: later(3_599) });
  expect(keys.find(({ id }) => id === keyId)?.formers).toMatchObject([{ lastUsedAt: later(3_599).toISOString() }]);
  expect((await by(secret, later(3_600))).code).toBe('unauthenticated');
  expect((await by(next, later(3_600))).detail).toBe('done');
});

test('the secret is kept under seal: neither the tables nor the screen tell it', async () => {
  const rows = await sql<{ said: string }>(
    "select k::text || encode(k.signing, 'escape') as said from intake_key k where signing is not null",
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ said: one }) => one.includes(secret))).toBe(false);
  expect(JSON.stringify(await listKeys(admin, {}))).not.toContain(secret);
});
