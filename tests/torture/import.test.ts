import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IMPORT_FIELDS, suggestFields } from '@/lib/domain/import-fields';
import { PIECE_BYTES } from '@/lib/domain/imports';
import { Clinic, freePort } from '../house/clinic';
import { aRow, asCsv, HEADER } from '../house/csv-rows';
import { type Client, signIn } from '../house/http';

const ROWS = Number(process.env.TORTURE_IMPORT_ROWS ?? 2_000);
const dataDir = mkdtempSync(join(tmpdir(), 'foramen-import-'));
let clinic: Clinic;

beforeAll(async () => {
  clinic = new Clinic(dataDir, await freePort());
  await clinic.start();
}, 180_000);
afterAll(async () => {
  await clinic.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

type Manifest = { readonly node: Record<string, { filename: string; exportedName: string }> };
const ACTIONS = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(
      (JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest).node,
    ).flatMap(([id, { filename, exportedName }]) =>
      filename.includes('(desk)/import/') ? [[exportedName, id] as const] : [],
    ),
  );

/** As the page does it. */
async function act(client: Client, name: string, input: object): Promise<string> {
  const answer = await fetch(`${clinic.url}/import`, {
    method: 'POST',
    headers: {
      ...client.headers,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': ACTIONS()[name] ?? '',
    },
    body: JSON.stringify([input, `${name}-${Math.random()}`]),
  });
  const text = await answer.text();
  if (!text.includes('"ok":true')) throw new Error(`${name}: ${answer.status} ${text.slice(0, 300)}`);
  return text;
}

async function send(client: Client, bytes: Buffer): Promise<string> {
  const text = await act(client, 'begin', { source: 'torture', fileName: 'people.csv', bytes: bytes.length });
  const [, batchId = ''] = /"batchId":"([0-9a-f-]+)"/.exec(text) ?? [];
  for (let nth = 0; nth * PIECE_BYTES < bytes.length; nth += 1) {
    const body = bytes.subarray(nth * PIECE_BYTES, (nth + 1) * PIECE_BYTES);
    const headers = { ...client.headers, 'content-type': 'application/octet-stream' };
    const url = `${clinic.url}/api/imports/pieces?batch=${batchId}&nth=${nth}`;
    const { status } = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
    if (status !== 201) throw new Error(`piece ${nth}: ${status}`);
  }
  await act(client, 'end', { batchId, bytes: bytes.length });
  return batchId;
}

type Seen = { state: string; done: number; good: number; bad: number; stored: number };
/** The memory of the desk itself, in MB. */
let most = 0;
async function until(batchId: string, isThere: (seen: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const [seen] = await clinic.sql<Seen>('select state, done, good, bad, stored from import_batch where id = $1', [
      batchId,
    ]);
    if (!seen) throw new Error('the batch is gone');
    most = Math.max(most, ...nodesOf(clinic.pid).map(memoryOf));
    if (isThere(seen) || seen.state === 'failed') return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the kernel says of a process; nothing of one that has ended meanwhile. */
function saidOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
function nodesOf(parent: number): number[] {
  const below = saidOf(`/proc/${parent}/task/${parent}/children`).split(' ').filter(Boolean).map(Number);
  return below.flatMap((pid) => [pid, ...nodesOf(pid)]);
}
function memoryOf(pid: number): number {
  const status = saidOf(`/proc/${pid}/status`);
  if (!/^Name:\s+(node|next-server|MainThread)/m.test(status)) return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

const fields = suggestFields(HEADER);
const requests = async () => (await clinic.sql<{ n: number }>('select count(*)::int as n from request'))[0]?.n ?? 0;

test(`${ROWS} rows, ten of them bad and named, killed half-way through storing: each good row is stored once`, async () => {
  expect(IMPORT_FIELDS.length).toBeGreaterThan(0);
  let client = await signIn('coordinator@demo.clinic', clinic.url);
  const bad = new Set(Array.from({ length: 10 }, (_, nth) => Math.floor((nth * ROWS) / 10) + nth));
  const rows = Array.from({ length: ROWS }, (_, nth) => aRow(nth, bad.has(nth) ? { DOB: '02/30/1974' } : {}));
  const bytes = Buffer.from(asCsv([HEADER, ...rows]));
  const before = await requests();
  const at = [Date.now()];
  const batchId = await send(client, bytes);
  await until(batchId, ({ state }) => state === 'uploaded');
  at.push(Date.now());
  await act(client, 'check', { batchId, fields, days: 'mdy' });
  const checked = await until(batchId, ({ state }) => state === 'checked');
  at.push(Date.now());
  expect(checked).toMatchObject({ good: ROWS - 10, bad: 10 });
  const named = await clinic.sql<{ row: number; problems: { column: number }[] }>(
    "select row, problems from import_row where batch_id = $1 and verdict = 'bad' order by row",
    [batchId],
  );
  expect(named.map(({ row, problems }) => [row - 2, problems.map(({ column }) => HEADER[column])])).toEqual(
    [...bad].map((nth) => [nth, ['DOB']]),
  );
  expect(await requests()).toBe(before);

  await act(client, 'store', { batchId, takes: 'good' });
  await until(batchId, ({ done }) => done >= ROWS / 2);
  at.push(Date.now());
  await clinic.killEverything();
  const half = Date.now();
  await clinic.start();
  const down = Date.now() - half;
  await until(batchId, ({ state }) => state === 'stored');
  at.push(Date.now() - down);
  expect((await requests()) - before).toBe(ROWS - 10);
  const [once] = await clinic.sql<{ persons: number; events: number; off: number }>(
    `select count(distinct r.person_id)::int as persons, count(distinct e.request_id)::int as events,
         (select (select sum(rows) from tally where side = 'surgeon') - (select count(*) from request))::int as off
       from import_row i join request r on r.id = i.request_id join event e on e.request_id = r.id and e.kind = 'received' where i.batch_id = $1`,
    [batchId],
  );
  expect(once).toEqual({ persons: ROWS - 10, events: ROWS - 10, off: 0 });

  client = await signIn('coordinator@demo.clinic', clinic.url);
  expect(await act(client, 'begin', { source: 'x', fileName: 'x.csv', bytes: 1 })).toContain('batchId');
  const seconds = at.slice(1).map((one, nth) => (one - (at[nth] ?? 0)) / 1_000);
  console.log(
    `${ROWS} rows of ${bytes.length} bytes: sent and read ${seconds[0]} s, checked ${seconds[1]} s, stored ${seconds[2]} + ${seconds[3]} s around the kill; the desk's most memory ${Math.round(most)} MB`,
  );
  expect(most).toBeLessThan(400);
}, 600_000);
