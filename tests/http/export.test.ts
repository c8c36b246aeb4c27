import { beforeAll, describe, expect, test } from 'vitest';
import { asTyped, readCsv } from '../house/csv-reader';
import { BASE_URL, type Client, signIn } from '../house/http';
import { ask } from '../house/principals';

const MANY = 12_000;
let manager: Client;
let total = 0;

beforeAll(async () => {
  manager = await signIn('manager');
  const columns = (
    await ask<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'request'
       and is_generated = 'NEVER' and column_name not in ('id', 'number', 'received_at', 'source_campaign', 'stage')`,
    )
  ).map(({ name }) => name);
  // Closed, so that no other test meets them in its way.
  await ask(
    `insert into request (id, number, received_at, source_campaign, stage, ${columns.join(', ')})
     select gen_random_uuid(), 9000000 + n, timestamptz '2001-01-01' + n * interval '1 second', 'export-test', 'closed', ${columns.join(', ')}
     from (select * from request where urgency = 'routine' limit 1) r, generate_series(1, $1) n`,
    [MANY],
  );
  total = (await ask<{ count: number }>('select count(*)::int as count from request'))[0]?.count ?? 0;
  return () => ask("delete from request where source_campaign = 'export-test'");
});

const exported = (query: string, init: RequestInit = {}) =>
  fetch(`${BASE_URL}/api/v1/requests/export?${query}`, { headers: manager.headers, ...init });
const parts = async () =>
  (await ask<{ count: number }>("select count(*)::int as count from audit where action = 'request.export'"))[0]
    ?.count ?? 0;

describe('an export over HTTP', () => {
  test('comes in pieces, whole and in the order received, as a file for a spreadsheet', async () => {
    const response = await exported('view=all');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="requests.csv"');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const pieces: Uint8Array[] = [];
    for await (const piece of response.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(10);
    const bytes = Buffer.concat(pieces);
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const [head, ...rows] = readCsv(bytes.subarray(3).toString('utf8'));
    expect(head?.[0]).toBe('number');
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(([number]) => number)).size).toBe(total);
    const received = rows.map((row) => asTyped(row[head?.indexOf('received_utc') ?? 0] ?? ''));
    expect(received).toEqual([...received].sort());
    const [last] = await ask<{ facts: { rows: number; isWhole: boolean } }>(
      "select facts from audit where action = 'request.export' order by seq desc limit 1",
    );
    expect(last?.facts).toMatchObject({ rows: total, isWhole: true });
  });

  test('stops where the reader goes away', async () => {
    const before = await parts();
    const leaving = new AbortController();
    const response = await exported('view=all', { signal: leaving.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    leaving.abort();
    await reader?.closed.catch(() => undefined);
    // Two other exports through the same desk: time enough for one that had not stopped.
    for (let at = 0; at < 2; at += 1)
      await (await exported('view=all&stage=closed&from=2001-01-01&to=2001-01-02')).text();
    const whole = Math.ceil(total / 500);
    const others = 2 * Math.ceil(MANY / 500);
    expect((await parts()) - before - others).toBeLessThan(whole / 2);
  });

  test('that cannot be read is refused before it begins, as a problem', async () => {
    const response = await exported('view=all&stage=nowhere');
    expect([response.status, (await response.json()).fields[0].path]).toEqual([422, 'stage']);
  });
});
