import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '@/db/client';
import { findKey } from '@/db/keys';
import { createKey } from '@/lib/commands/create-key';
import { revokeKey } from '@/lib/commands/revoke-key';
import { submitRequest } from '@/lib/commands/submit-request';
import { ACTIONS, type Actor, may } from '@/lib/domain/permissions';
import { digest } from '@/lib/door/secrets';
import { listKeys } from '@/lib/queries/list-keys';
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
});
