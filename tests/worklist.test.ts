import { beforeAll, describe, expect, test } from 'vitest';
import { SORTS } from '@/lib/domain/desk';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake, noRedFlags } from './house/intake';
import { aRequest, aRequestIn, auditTrail, decide, give, move, theRow } from './house/requests';

useDatabase();

const person = (firstName: string, lastName: string, more: object = {}) => ({
  person: { ...aFullIntake().person, firstName, lastName, ...more },
});
const numbersOf = (items: readonly { number: string }[]) => items.map(({ number }) => number);
const ask = (question: object = {}) => worklist(theCast().coordinator, question);
const STAGES_MADE = [
  'new',
  'triage',
  'awaiting_info',
  'ready_for_review',
  'in_review',
  'follow_up',
  'completed',
  'closed',
] as const;

beforeAll(async () => {
  const { coordinator, surgeon } = await gatherCast();
  for (const stage of STAGES_MADE) for (let at = 0; at < 3; at++) await aRequestIn(stage, coordinator, surgeon);
  // Ties: many rows of one moment, one name and no due date.
  await sql(
    "update request set received_at = '2026-11-01T12:00:00Z', due_at = '2026-11-20T12:00:00.123456Z' where stage in ('new', 'triage')",
  );
});

describe.each(SORTS.flatMap((sort) => [sort, `-${sort}`]))('sorted by %s', (sort) => {
  test.each([1, 5, 24, 200])('pages of %i visit each row exactly once, in one order', async (limit) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask({
        sort,
        limit: String(limit),
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const all = await sql<{ id: string }>('select id from request');
    expect(seen).toHaveLength(all.length);
    expect(new Set(seen).size).toBe(all.length);
    expect((await ask({ sort, limit: '200' })).items.map(({ id }) => id)).toEqual(seen);
  });
});

test('descending is ascending, turned round', async () => {
  for (const sort of SORTS)
    expect(numbersOf((await ask({ sort: `-${sort}`, limit: '200' })).items)).toEqual(
      numbersOf((await ask({ sort, limit: '200' })).items).reverse(),
    );
});

test('a cursor belongs to its question', async () => {
  const { nextCursor } = await ask({ limit: '2' });
  for (const question of [{ sort: 'name' }, { view: 'new' }, { q: 'ana' }])
    await expect(ask({ limit: '2', ...question, cursor: nextCursor })).rejects.toMatchObject({ code: 'invalid' });
  for (const cursor of ['x', 'e30', Buffer.from('{"of":1}').toString('base64url')])
    await expect(ask({ cursor })).rejects.toMatchObject({ code: 'invalid' });
});

describe('found by a part of what is known', () => {
  let wanted = '';
  beforeAll(async () => {
    wanted = await aRequest(
      person('María José', "Núñez O'Brien-Åberg", {
        phone: '+4917612345678',
        secondPhone: '+525598765432',
        email: 'Maria.Jose+mri@Example.org',
      }),
    );
    await aRequest(person('100%', 'Wild_Card'));
  });

  test.each([
    'maria',
    'MARÍA',
    'María',
    'josé',
    'nunez',
    'ñez',
    "o'brien",
    'o’brien',
    'aberg',
    'jose nunez',
    'nunez maria',
    'Núñez, María'.replace(',', ''),
    '176 123-456',
    '+49 (176) 1234',
    '98765432',
    'maria.jose+mri@example',
    'EXAMPLE.ORG',
  ])('%s', async (q) => {
    expect(numbersOf((await ask({ q, limit: '200' })).items)).toEqual([wanted]);
  });
  test('its number, whole or in part', async () => {
    for (const q of [wanted, wanted.toLowerCase(), wanted.slice(3), wanted.replace(/-0+/, '-')])
      expect(numbersOf((await ask({ q, limit: '200' })).items)).toContain(wanted);
  });
  test.each(['maria nobody', '%', '_', 'mar_a', "'; drop table request; --", '\\'])('and not by %s', async (q) => {
    expect(numbersOf((await ask({ q, limit: '200' })).items)).not.toContain(wanted);
  });
  test('a percent sign finds a percent sign', async () => {
    expect((await ask({ q: '100%' })).items.map(({ person: { name } }) => name)).toEqual(['100% Wild_Card']);
  });
});

describe('red flags of class E and S', () => {
  test('are pinned whatever the filter, until a clinician has decided', async () => {
    const { coordinator, surgeon } = theCast();
    const number = await aRequestIn('new', coordinator, surgeon, { redFlags: { ...noRedFlags, CES1: 'not_sure' } });
    const pinned = async () =>
      Promise.all(
        [
          {},
          { view: 'awaiting-info' },
          { q: 'nobody at all' },
          { stage: 'closed', region: 'cervical' },
          { assigned: 'me' },
        ].map(async (question) => numbersOf((await ask(question)).pinned).includes(number)),
      );
    expect(await pinned()).toEqual([true, true, true, true, true]);
    await move(coordinator, number, 'triage');
    await move(coordinator, number, 'ready_for_review');
    await move(surgeon, number, 'in_review');
    expect(new Set(await pinned())).toEqual(new Set([true]));
    await decide(surgeon, number);
    expect(new Set(await pinned())).toEqual(new Set([false]));
  });

  test('are not pinned again on the second page, and an urgent one is not pinned', async () => {
    const urgent = await aRequest({ redFlags: { ...noRedFlags, MOT2: 'yes' } });
    const { nextCursor, pinned } = await ask({ limit: '1' });
    expect(numbersOf(pinned)).not.toContain(urgent);
    expect((await ask({ limit: '1', cursor: nextCursor })).pinned).toEqual([]);
  });
});

describe('a surgeon', () => {
  test('lists their own and what is free to claim, and counts no more', async () => {
    const { coordinator, surgeon, otherSurgeon } = theCast();
    const kept = await aRequestIn('ready_for_review', coordinator, otherSurgeon);
    await give(coordinator, kept, surgeon.id);
    const { items, counts, found } = await worklist(otherSurgeon, { limit: '200' });
    const rows = await Promise.all(items.map(({ number }) => theRow(number)));
    expect(
      rows.every(
        (row) => row.surgeon_id === otherSurgeon.id || (row.stage === 'ready_for_review' && row.surgeon_id === null),
      ),
    ).toBe(true);
    expect([found.value, counts.all.value]).toEqual([items.length, items.length]);
    expect(numbersOf(items)).not.toContain(kept);
  });
});

test('every view counts the rows that it lists', async () => {
  for (const view of ['red-flags', 'new', 'mine', 'awaiting-info', 'ready', 'follow-ups-due', 'all'] as const) {
    const { items, counts, found } = await ask({ view, limit: '200' });
    expect([view, counts[view], found]).toEqual([
      view,
      { value: items.length, isExact: true },
      { value: items.length, isExact: true },
    ]);
  }
});

test('the audit names every request that was shown, and no other', async () => {
  const { pinned, items } = await ask({ limit: '3', sort: 'name' });
  const shown = (await auditTrail()).at(-1)?.shown_ids ?? [];
  expect([...shown].sort()).toEqual([...new Set([...pinned, ...items].map(({ id }) => id))].sort());
});
