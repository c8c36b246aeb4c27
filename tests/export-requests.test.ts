import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_HEAD, MOST_EXPORTS } from '@/lib/domain/export';
import type { Actor } from '@/lib/domain/permissions';
import { exportRequests } from '@/lib/queries/export-requests';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake } from './house/intake';
import { aPerson } from './house/people';
import { aRequest, aRequestIn, give } from './house/requests';
import { outcomeOf } from './house/staff';

useDatabase();
const MANY = 1_203;
let chief: Actor;

beforeAll(async () => {
  const { coordinator, surgeon } = await gatherCast();
  await aRequestIn('follow_up', coordinator, surgeon);
  const number = await aRequest({ person: { ...aFullIntake().person, lastName: '=cmd()' } });
  const schemer = await aPerson('coordinator', '=HYPERLINK("http://evil.example")');
  await give(coordinator, number, schemer.id);
  // Copies of one request, so that the list is longer than a part.
  const columns = (
    await sql<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_name = 'request' and is_generated = 'NEVER' and column_name not in ('id', 'number', 'received_at')`,
    )
  ).map(({ name }) => name);
  await sql(
    `insert into request (id, number, received_at, ${columns.join(', ')})
     select gen_random_uuid(), 10000 + n, received_at + (n / 7) * interval '1 minute', ${columns.join(', ')}
     from request, generate_series(1, $1) n where request.number = (select max(number) from request)`,
    [MANY - 2],
  );
});

async function everyPart(by: Actor, question: object = {}) {
  const parts = [await exportRequests(by, question)];
  while (parts.at(-1)?.nextCursor)
    parts.push(await exportRequests(by, { ...question, cursor: parts.at(-1)?.nextCursor }));
  return parts;
}
const auditOf = (by: Actor) =>
  sql<{ facts: Record<string, unknown>; outcome: string; shown: string[]; whole: string }>(
    `select facts, outcome, shown_ids as shown, to_jsonb(a)::text as whole from audit a
     where actor_id = $1 and action = 'request.export' order by seq`,
    [by.id],
  );

describe('an export', () => {
  test('has every row of the filter once, in parts, each audited with the filter, the rows and whom it showed', async () => {
    chief = await aPerson('manager');
    const parts = await everyPart(chief, { view: 'all' });
    const numbers = parts.flatMap(({ lines }) => lines.map(([number]) => number));
    expect([numbers.length, new Set(numbers).size]).toEqual([MANY, MANY]);
    expect(parts.length).toBeGreaterThan(2);
    const audit = await auditOf(chief);
    expect(audit.map(({ facts }) => facts)).toEqual([
      { filter: { view: 'all' }, isSearch: false, isFirst: true, isWhole: false, rows: 500 },
      { filter: { view: 'all' }, isSearch: false, isFirst: false, isWhole: false, rows: 1_000 },
      { filter: { view: 'all' }, isSearch: false, isFirst: false, isWhole: true, rows: MANY },
    ]);
    const all = (await sql<{ id: string }>('select id from request order by id')).map(({ id }) => id);
    expect(audit.flatMap(({ shown }) => shown).sort()).toEqual(all);
  });

  test('follows the filter, and keeps the words of a search out of the audit', async () => {
    const by = await aPerson('manager');
    const [part] = await everyPart(by, { view: 'all', q: 'delgado', stage: 'follow_up' });
    expect(part?.lines).toHaveLength(1);
    const [row] = await auditOf(by);
    expect(row?.facts).toMatchObject({
      filter: { view: 'all', stage: 'follow_up' },
      isSearch: true,
      rows: 1,
      isWhole: true,
    });
    expect(row?.whole).not.toMatch(/delgado/i);
  });

  test('names no person: neither name, age, nor how to reach them', async () => {
    const { person } = aFullIntake();
    const parts = await everyPart(await aPerson('manager'));
    const told = JSON.stringify(parts);
    for (const secret of [
      person.firstName,
      person.lastName,
      person.phone,
      person.email,
      person.dateOfBirth,
      '=cmd()',
      'calf',
    ])
      expect(told).not.toContain(secret);
    expect(EXPORT_HEAD.filter((name) => /(^|_)(name|age|birth|phone|mail|sex|complaint)/.test(name))).toEqual([]);
  });

  test('is a manager’s, and nobody else’s', async () => {
    const { coordinator, surgeon, admin } = theCast();
    for (const who of [coordinator, surgeon, admin]) expect(await outcomeOf(exportRequests(who, {}))).toBe('forbidden');
  });

  test('is begun at most ten times an hour, however many come at once, and goes on once begun', async () => {
    const by = await aPerson('manager');
    const first = await exportRequests(by, {});
    const rest = await Promise.all(
      Array.from({ length: 14 }, () => outcomeOf(exportRequests(by, { stage: 'follow_up' }))),
    );
    expect(rest.filter((one) => one === 'done')).toHaveLength(MOST_EXPORTS - 1);
    expect(rest.filter((one) => one === 'too_many')).toHaveLength(15 - MOST_EXPORTS);
    expect(await outcomeOf(exportRequests(by, { cursor: first.nextCursor }))).toBe('done');
    const later = new Date(Date.now() + 3_601_000);
    expect(await outcomeOf(exportRequests(by, {}, { now: later }))).toBe('done');
  });

  test('goes on only under its own seal', async () => {
    const by = await aPerson('manager');
    const { nextCursor } = await exportRequests(by, {});
    for (const question of [{ stage: 'new', cursor: nextCursor }, { cursor: `x${nextCursor}` }, { cursor: 'e30' }])
      expect(await outcomeOf(exportRequests(by, question))).toBe('invalid');
  });
});
