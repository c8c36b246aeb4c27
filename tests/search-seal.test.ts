import { beforeAll, describe, expect, test } from 'vitest';
import { sealSearch } from '@/lib/commands/seal-search';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake } from './house/intake';
import { aRequest } from './house/requests';

useDatabase();
let number = '';
beforeAll(async () => {
  await gatherCast();
  number = await aRequest({ person: { ...aFullIntake().person, firstName: 'Zoë', lastName: 'Quillfeather' } });
  await aRequest();
  await aRequest();
});
const WORDS = 'zoë  Quill';
const sealed = async () => (await sealSearch(theCast().coordinator, { words: WORDS })).find;

describe('a sealed search', () => {
  test('finds what its words find, says them back, and holds them nowhere in the open', async () => {
    const find = await sealed();
    const { items, search } = await worklist(theCast().coordinator, { find });
    expect([items.map((item) => item.number), search]).toEqual([[number], WORDS]);
    expect(find).toMatch(/^[\w-]+$/);
    for (const text of [find, Buffer.from(find, 'base64url').toString('latin1')])
      expect(text).not.toMatch(/quill|zo(ë|Ã«)/i);
  });

  test('is another each time, and its pages go on under any of them', async () => {
    const [one, other] = [await sealed(), await sealed()];
    expect(one).not.toBe(other);
    const { coordinator } = theCast();
    const anA = async () => (await sealSearch(coordinator, { words: 'a' })).find;
    const { nextCursor } = await worklist(coordinator, { find: await anA(), limit: '1' });
    expect((await worklist(coordinator, { find: await anA(), limit: '1', cursor: nextCursor })).items).toHaveLength(1);
    await expect(worklist(coordinator, { find: one, limit: '1', cursor: nextCursor })).rejects.toMatchObject({
      fields: [{ path: 'cursor' }],
    });
  });

  test('that is broken, foreign or not one is refused by name', async () => {
    const find = await sealed();
    const flipped = Buffer.from(find, 'base64url');
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    for (const wrong of [flipped.toString('base64url'), find.slice(0, -4), 'x', '', 'A'.repeat(60), 'ana delgado'])
      await expect(worklist(theCast().coordinator, { find: wrong })).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: 'find', message: expect.stringMatching(/type the words again/) }],
      });
  });

  test('and open words at once are one too many', async () => {
    await expect(worklist(theCast().coordinator, { find: await sealed(), q: 'ana' })).rejects.toMatchObject({
      fields: [{ path: 'find' }],
    });
  });

  test('leaves no words behind: not in the audit, not among the answers kept for repeats', async () => {
    await worklist(theCast().coordinator, { find: await sealed() });
    const kept = await sql<{ text: string }>(
      'select to_jsonb(a)::text as text from audit a union all select to_jsonb(k)::text from idempotency_key k',
    );
    expect(kept.filter(({ text }) => /quill/i.test(text))).toEqual([]);
  });
});
