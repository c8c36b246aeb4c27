import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '@/db/client';
import { findKey, holdKey } from '@/db/keys';
import { createKey } from '@/lib/commands/create-key';
import { revokeKey } from '@/lib/commands/revoke-key';
import { rotateKey } from '@/lib/commands/rotate-key';
import { submitRequest } from '@/lib/commands/submit-request';
import { ACTIONS, type Actor, may } from '@/lib/domain/permissions';
import { digest } from '@/lib/door/secrets';
import { listKeys } from '@/lib/queries/list-keys';
import { openRequest } from '@/lib/queries/open-request';
import { sql, useDatabase } from './house/database';
import { aFullIntake } from './house/intake';
import { aPerson } from './house/people';
import { outcomeOf } from './house/staff';

useDatabase();
let admin: Actor;
beforeAll(async () => {
  admin = await aPerson('admin');
});
const found = (key: string, now = new Date()) => transact((tx) => findKey(tx, digest(key), now));

describe('an intake key', () => {
  it('is shown once and kept as a hash', async () => {
    const { key } = await createKey(admin, { name: 'Website' });
    expect(key.length).toBeGreaterThan(40);
    expect((await found(key))?.name).toBe('Website');
    expect(JSON.stringify(await listKeys(admin, {}))).not.toContain(key);
    const rows = await sql<{ said: string }>('select intake_key::text as said from intake_key');
    expect(rows.some(({ said }) => said.includes(key))).toBe(false);
  });

  it('may submit and nothing else', async () => {
    const program: Actor = { id: admin.id, role: 'intake', name: 'Website', sessionId: null };
    expect(ACTIONS.filter((action) => may(program, action))).toEqual(['request.submit']);
    expect(await outcomeOf(submitRequest(program, aFullIntake()))).toBe('done');
  });

  it('is refused from the moment it is revoked', async () => {
    const { id, key } = await createKey(admin, { name: 'Leaked' });
    await revokeKey(admin, { keyId: id });
    expect(await found(key)).toBeUndefined();
    expect(await outcomeOf(revokeKey(admin, { keyId: id }))).toBe('not_found');
  });

  it('notes its use, at most once a minute', async () => {
    const { id, key } = await createKey(admin, { name: 'Busy' });
    const begun = new Date('2026-11-20T12:00:00Z');
    const used = async () => (await listKeys(admin, {})).keys.find((one) => one.id === id)?.lastUsedAt;
    await found(key, begun);
    await found(key, new Date(begun.getTime() + 59_000));
    expect(await used()).toBe('2026-11-20T12:00:00.000Z');
    await found(key, new Date(begun.getTime() + 61_000));
    expect(await used()).toBe('2026-11-20T12:01:01.000Z');
  });

  it.each(['coordinator', 'surgeon', 'manager'] as const)('is no business of a %s', async (role) => {
    const actor = await aPerson(role);
    const attempts = [listKeys(actor, {}), createKey(actor, { name: 'x' }), revokeKey(actor, { keyId: actor.id })];
    expect(await Promise.all(attempts.map(outcomeOf))).toEqual(Array(3).fill('forbidden'));
  });

  it('keeps nobody waiting for the note of its use', async () => {
    const { id, key } = await createKey(admin, { name: 'Held' });
    await transact(async (tx) => {
      await holdKey(tx, id, new Date());
      // Another connection, while the row is held here: a wait would last until this test ends.
      expect((await found(key))?.id).toBe(id);
      const held: Actor = { id, role: 'intake', name: 'Held', sessionId: null };
      expect(await outcomeOf(submitRequest(held, aFullIntake()))).toBe('done');
    });
    expect((await shown(id))?.lastUsedAt).toBeNull();
  });
});

const NOW = new Date('2026-12-01T12:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const shown = async (id: string, now = new Date()) =>
  (await listKeys(admin, {}, { now })).keys.find((one) => one.id === id);

describe('a rotation', () => {
  it.each([
    ['hour', 60],
    ['day', 24 * 60],
    ['week', 7 * 24 * 60],
  ] as const)(
    'by an overlap of an %s lets the old secret go on for %i minutes and no longer',
    async (overlap, minutes) => {
      const { id, key } = await createKey(admin, { name: `Rotated by ${overlap}` }, { now: NOW });
      const { key: next } = await rotateKey(admin, { keyId: id, overlap }, { now: NOW });
      expect(next).not.toBe(key);
      const opens = (now: Date) =>
        Promise.all([found(key, now), found(next, now)].map(async (one) => (await one)?.id ?? null));
      expect(await opens(later(minutes - 1))).toEqual([id, id]);
      expect(await opens(later(minutes))).toEqual([null, id]);
    },
  );

  it('without an overlap ends the old secret at once', async () => {
    const { id, key } = await createKey(admin, { name: 'Leaked' }, { now: NOW });
    await rotateKey(admin, { keyId: id, overlap: 'none' }, { now: NOW });
    expect(await found(key, NOW)).toBeUndefined();
  });

  it('shows until when the old secret goes on and who still uses it; neither secret is shown', async () => {
    const { id, key } = await createKey(admin, { name: 'Seen' }, { now: NOW });
    const { key: next } = await rotateKey(admin, { keyId: id, overlap: 'day' }, { now: NOW });
    await found(key, later(5));
    expect(await shown(id, later(6))).toMatchObject({
      hint: next.slice(0, 8),
      lastUsedAt: later(5).toISOString(),
      formers: [{ hint: key.slice(0, 8), endsAt: later(24 * 60).toISOString(), lastUsedAt: later(5).toISOString() }],
    });
    expect((await shown(id, later(24 * 60)))?.formers).toEqual([]);
    const said = JSON.stringify(await listKeys(admin, {}, { now: later(6) }));
    expect([said.includes(key), said.includes(next)]).toEqual([false, false]);
  });

  it('leaves nothing older for longer than the last one allows', async () => {
    const { id, key } = await createKey(admin, { name: 'Twice' }, { now: NOW });
    const { key: second } = await rotateKey(admin, { keyId: id, overlap: 'week' }, { now: NOW });
    await rotateKey(admin, { keyId: id, overlap: 'hour' }, { now: later(1) });
    expect((await found(key, later(60)))?.id).toBe(id);
    expect([await found(key, later(62)), await found(second, later(62))]).toEqual([undefined, undefined]);
  });

  it('keeps who the program is: a retry by the new secret is answered as the first try by the old', async () => {
    const { id, key } = await createKey(admin, { name: 'Same' });
    const intake = aFullIntake();
    const by = async (secret: string) => {
      const held = await found(secret);
      const actor: Actor = { id: held?.id ?? null, role: 'intake', name: held?.name ?? '', sessionId: null };
      return submitRequest(actor, intake, { idempotencyKey: 'one-form' });
    };
    const first = await by(key);
    const { key: next } = await rotateKey(admin, { keyId: id, overlap: 'day' });
    expect(await by(next)).toEqual(first);
  });

  it('of a revoked or expired key is refused, and revoking ends every secret', async () => {
    const { id, key } = await createKey(admin, { name: 'Gone' });
    const { key: next } = await rotateKey(admin, { keyId: id, overlap: 'week' });
    await revokeKey(admin, { keyId: id });
    expect([await found(key), await found(next)]).toEqual([undefined, undefined]);
    expect(await outcomeOf(rotateKey(admin, { keyId: id, overlap: 'day' }))).toBe('not_found');
  });
});

describe('a key with an end', () => {
  it('opens to the last minute of its last day at the clinic, and not after', async () => {
    const { id, key } = await createKey(admin, { name: 'Campaign', expiresOn: '2026-12-24' }, { now: NOW });
    expect((await found(key, new Date('2026-12-25T04:59:00Z')))?.id).toBe(id);
    expect(await found(key, new Date('2026-12-25T05:00:00Z'))).toBeUndefined();
    expect((await shown(id, NOW))?.state).toBe('active');
    expect((await shown(id, new Date('2026-12-25T05:00:00Z')))?.state).toBe('expired');
  });

  it('does not end in the past', async () => {
    expect(await outcomeOf(createKey(admin, { name: 'Late', expiresOn: '2026-11-30' }, { now: NOW }))).toBe('invalid');
  });
});

describe('a key that is bound', () => {
  const sourceOf = async (number: string) => (await openRequest(await aPerson('coordinator'), { number })).source;
  const submitBy = (id: string, change: object) =>
    submitRequest({ id, role: 'intake', name: 'x', sessionId: null }, aFullIntake(change));

  it('says where its requests come from, whatever they say themselves', async () => {
    const { id } = await createKey(admin, { name: 'a', channel: 'web', label: 'Web form of the campaign site' });
    expect(await sourceOf((await submitBy(id, {})).number)).toEqual({
      channel: 'web',
      sentBy: 'Web form of the campaign site',
    });
    const told = { channel: 'web', campaign: 'spring' };
    expect(await sourceOf((await submitBy(id, { source: told })).number)).toEqual({
      ...told,
      sentBy: 'Web form of the campaign site',
    });
  });

  it('claims no other channel', async () => {
    const { id } = await createKey(admin, { name: 'b', channel: 'web' });
    expect(await outcomeOf(submitBy(id, { source: { channel: 'referral' } }))).toBe('invalid');
  });

  it('is the only one who names the program: a body cannot', async () => {
    const { id } = await createKey(admin, { name: 'c' });
    expect(await outcomeOf(submitBy(id, { source: { channel: 'web', sentBy: 'the clinic' } }))).toBe('invalid');
    expect(await sourceOf((await submitBy(id, {})).number)).toEqual({ channel: 'api' });
  });
});
