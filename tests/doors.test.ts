import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '@/lib/domain/permissions';
import type { Entry } from '@/lib/door/door';
import { useDatabase } from './house/database';
import { nobody } from './house/people';
import { auditTrail } from './house/requests';

useDatabase();

const FILES = ['commands', 'queries'].flatMap((room) =>
  readdirSync(`lib/${room}`).map((file) => `${room}/${basename(file, '.ts')}`),
);
/** Asked on the way, by an entry of another name. */
const ON_THE_WAY = [
  ...['triage', 'ask', 'ready', 'release', 'book', 'close', 'reopen'].map((move) => `request.${move}`),
  'note.addend',
];
/** Open to whoever has a password or a link. */
const OPEN = ['session.open', 'link.open', 'link.redeem'];

async function entryOf(file: string): Promise<Entry<unknown>> {
  const held = (await import(/* @vite-ignore */ `../lib/${file}.ts`)) as Record<string, Entry<unknown>>;
  const [entry] = Object.values(held).filter((one) => typeof one === 'function');
  if (!entry) throw new Error(`${file} holds no entry`);
  return entry;
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
    const { input } = await entryOf(file);
    const { error } = input.safeParse({ surprise: true });
    expect(error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true);
  });
});

test('every action has exactly one entry, but those asked on the way', async () => {
  const entered = (await Promise.all(FILES.map(entryOf))).map(({ action }) => action);
  expect(new Set(entered).size).toBe(entered.length);
  expect([...entered, ...ON_THE_WAY].sort()).toEqual([...ACTIONS].sort());
});
