import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { ACTIONS, type Action, type Actor, STAFF_ROLES, scopeOf } from '@/lib/domain/permissions';
import type { Entry } from '@/lib/door/door';
import { useDatabase } from './house/database';
import { aPerson, nobody } from './house/people';
import { auditTrail } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();

const FILES = ['commands', 'queries'].flatMap((room) =>
  readdirSync(`lib/${room}`).map((file) => `${room}/${basename(file, '.ts')}`),
);
/** Asked on the way, by an entry of another name. */
const ON_THE_WAY = [
  ...['triage', 'ask', 'ready', 'release', 'book', 'close', 'reopen'].map((move) => `request.${move}`),
  'note.addend',
];
/** Open to whoever has a password or a link, and to people in pain. */
const OPEN = [
  ...['session.open', 'link.open', 'link.redeem'],
  ...['form.begin', 'form.open', 'form.keep', 'form.send'],
  ...['status.open', 'status.confirm', 'request.withdraw', 'contact.choose', 'document.send'],
];

async function entryOf(file: string): Promise<Entry<unknown>> {
  const held = (await import(/* @vite-ignore */ `../lib/${file}.ts`)) as Record<string, Entry<unknown>>;
  const [entry] = Object.values(held).filter((one) => typeof one === 'function');
  if (!entry) throw new Error(`${file} holds no entry`);
  return entry;
}

const WITHOUT_A_ROW = ['public', 'intake', 'system'] as const;

async function whoMay(action: Action): Promise<Actor> {
  const role = STAFF_ROLES.find((one) => scopeOf(one, action));
  if (role) return aPerson(role);
  const other = WITHOUT_A_ROW.find((one) => scopeOf(one, action)) ?? 'public';
  return { id: null, role: other, name: other, sessionId: null };
}

describe.each(FILES)('%s', (file) => {
  test('is an entry with an action and an input of its own', async () => {
    const { action, input } = await entryOf(file);
    expect(ACTIONS).toContain(action);
    expect(input).toHaveProperty('safeParse');
  });

  test('is not read for a stranger, not even one byte', async () => {
    const entry = await entryOf(file);
    if (OPEN.includes(entry.action)) return;
    let wasRead = false;
    const read = async () => {
      wasRead = true;
      return {};
    };
    await expect(entry(nobody, read)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(wasRead).toBe(false);
    expect((await auditTrail()).at(-1)).toMatchObject({
      actor_role: 'public',
      action: entry.action,
      outcome: 'unauthenticated',
    });
  });

  test('refuses a field that it does not know', async () => {
    const entry = await entryOf(file);
    // Not the schema it shows: what the door itself reads.
    const surprised = entry(await whoMay(entry.action), { surprise: true, proof: { kind: 'right' } });
    await expect(surprised).rejects.toMatchObject({
      code: 'invalid',
      fields: expect.arrayContaining(['surprise', 'proof'].map((path) => expect.objectContaining({ path }))),
    });
  });
});

/** How many entries each has. */
const IN_STEPS = { 'import.upload': 3, 'import.work': 5 };

test('every action has exactly one entry, but those asked on the way and those done in steps', async () => {
  const entered = (await Promise.all(FILES.map(entryOf))).map(({ action }) => action);
  const steps = Object.entries(IN_STEPS).flatMap(([action, many]) => Array(many - 1).fill(action));
  expect([...entered, ...ON_THE_WAY].sort()).toEqual([...ACTIONS, ...steps].sort());
});

test('a stranger fills no table: refusals beyond the measure are counted, and the next line tells how many', async () => {
  const { openRequest } = await import('@/lib/queries/open-request');
  const refused = async () => expect(await outcomeOf(() => openRequest(nobody, {}))).toBe('unauthenticated');
  const clock = vi.spyOn(performance, 'now').mockReturnValue(10_000_000);
  try {
    for (let nth = 0; nth < 700; nth++) await refused();
    const before = await auditTrail();
    await refused();
    expect(await auditTrail()).toHaveLength(before.length);
    clock.mockReturnValue(10_060_000);
    await refused();
    const after = await auditTrail();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ actor_role: 'public', facts: { untold: 101 } });
  } finally {
    clock.mockRestore();
  }
});
