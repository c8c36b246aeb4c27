import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinic, freePort } from '../house/clinic';
import { type Client, signIn } from '../house/http';
import { aFullIntake } from '../house/intake';

const SECONDS = Number(process.env.TORTURE_FLOOD_SECONDS ?? 3);
const PER_SECOND = 500;
const ADDRESSES = 10_000;
const dataDir = mkdtempSync(join(tmpdir(), 'foramen-flood-'));
let clinic: Clinic;

beforeAll(async () => {
  clinic = new Clinic(dataDir, await freePort());
  await clinic.start();
}, 180_000);
afterAll(async () => {
  await clinic.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

type Said = {
  readonly statuses: Readonly<Record<string, number>>;
  readonly forms: readonly string[];
  readonly kept: readonly string[];
  readonly numbers: readonly string[];
  readonly unheard: number;
  readonly notSent: number;
};

async function flood(url: string): Promise<Said> {
  const env = {
    ...process.env,
    URL: url,
    KEY: 'foramen-demo-intake',
    INTAKE: JSON.stringify({ ...aFullIntake(), source: { channel: 'web' } }),
    PER_SECOND: String(PER_SECOND),
    SECONDS: String(SECONDS),
    ADDRESSES: String(ADDRESSES),
  };
  const flooder = spawn(process.execPath, ['tests/house/flooder.mjs'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let told = '';
  flooder.stdout.on('data', (chunk: Buffer) => {
    told += chunk;
  });
  await new Promise((resolve) => flooder.once('close', resolve));
  return JSON.parse(told);
}

/** Four at their desks for as long as `meanwhile` lasts: the list, a request, the follow-ups. Milliseconds of each answer. */
async function atTheDesk(desks: readonly Client[], meanwhile: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  void meanwhile.finally(() => {
    isOver = true;
  });
  await Promise.all(
    desks.map(async (desk, nth) => {
      for (let round = nth; !isOver; round++) {
        const path = ['/requests?view=all&limit=50', '/requests/MR-000100', '/follow-ups'][round % 3] ?? '';
        const at = performance.now();
        expect((await desk.get(`/api/v1${path}`)).status).toBe(200);
        times.push(performance.now() - at);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }),
  );
  return times;
}
const p95 = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** Answers all as the clinic does when it refuses, at no cost: what the flooder itself takes of the machine. */
async function besideNothing<O>(work: (url: string) => Promise<O>): Promise<O> {
  const server = createServer((request, answer) => {
    request.resume().on('end', () => answer.writeHead(429).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Who asks with a browser in the midst of it reads a page. */
async function aPersonTurnedAway(): Promise<string> {
  for (;;) {
    const answer = await fetch(`${clinic.url}/review-request`, { headers: { accept: 'text/html' } });
    if (answer.status === 429) return answer.text();
    await answer.arrayBuffer();
  }
}

test(`${PER_SECOND} posts a second from ${ADDRESSES} addresses for ${SECONDS} s: what was taken is on disk, the rest is asked to wait, the desk goes on`, async () => {
  const desks = await Promise.all(
    ['coordinator', 'surgeon', 'manager', 'coordinator2'].map((one) => signIn(one, clinic.url)),
  );
  await atTheDesk(desks, new Promise((resolve) => setTimeout(resolve, 1_000)));
  const quiet = await atTheDesk(desks, new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000)));
  const beside = await besideNothing((url) => atTheDesk(desks, flood(url)));
  const flooding = flood(clinic.url);
  const turnedAway = aPersonTurnedAway();
  const under = await atTheDesk(desks, flooding);
  const said = await flooding;
  const page = await turnedAway;
  console.log(
    `answers ${JSON.stringify(said.statuses)}; the desk's p95 ${p95(quiet).toFixed(1)} ms alone, ${p95(beside).toFixed(1)} ms beside the flooder, ${p95(under).toFixed(1)} ms flooded: ${(p95(under) / p95(beside)).toFixed(2)} x; ${quiet.length}, ${beside.length}, ${under.length} answers`,
  );

  expect(page).toContain('Nothing you wrote is lost.');
  expect(page).toContain('<p lang="es">');
  expect(Object.keys(said.statuses).filter((status) => !['201', '303', '429'].includes(status))).toEqual([]);
  expect(said.unheard + said.notSent).toBe(0);
  expect(said.forms.length).toBeGreaterThan(0);
  expect(said.kept.length).toBeGreaterThan(0);
  expect(said.numbers.length).toBeGreaterThan(0);
  const numbers = said.numbers.map((number) => Number(number.slice(3)));
  const [stored] = await clinic.sql<{ requests: number }>(
    'select count(*)::int as requests from request where number = any($1::int[])',
    [numbers],
  );
  expect(stored?.requests).toBe(numbers.length);
  const [forms] = await clinic.sql<{ begun: number; kept: number }>(
    'select count(*)::int as begun, count(*) filter (where answers is not null)::int as kept from form',
  );
  expect(forms).toEqual({ begun: said.forms.length, kept: said.kept.length });
}, 600_000);
