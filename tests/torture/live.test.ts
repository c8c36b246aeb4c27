import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinic, freePort } from '../house/clinic';
import { Ear, soon } from '../house/ear';
import { type Answer, anIntake, ask, type Client, moved, signIn, withKey } from '../house/http';
import { aCandidate } from '../house/requests';

/** TORTURE_ROUNDS of 200 (npm run torture): 10,000 events and 1,000 decisions. */
const ROUNDS = Number(process.env.TORTURE_ROUNDS ?? 10);
const EVENTS = ROUNDS * 50;
const DECISIONS = ROUNDS * 5;
const dataDir = mkdtempSync(join(tmpdir(), 'foramen-live-'));
let clinic: Clinic;
let second: Instance;

/** One more server over the database of the clinic, as a second machine would run it. */
class Instance {
  private app: ChildProcess | undefined;
  constructor(
    readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start() {
    const next = 'node_modules/next/dist/bin/next';
    this.app = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(this.port)], {
      env: { ...this.env, PUBLIC_URL: this.url, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: 'ignore',
    });
    const isUp = () =>
      fetch(`${this.url}/api/ready`).then(
        ({ status }) => status === 200,
        () => false,
      );
    await soon(isUp, 60_000);
  }

  async end(signal: NodeJS.Signals): Promise<number> {
    const { app } = this;
    if (!app || app.exitCode !== null || app.signalCode !== null) return 0;
    const began = Date.now();
    const gone = new Promise((resolve) => app.once('exit', resolve));
    app.kill(signal);
    await gone;
    return Date.now() - began;
  }
}

beforeAll(async () => {
  clinic = new Clinic(dataDir, await freePort());
  await clinic.start();
  second = new Instance(await freePort(), {
    ...process.env,
    DATABASE_URL: clinic.databaseUrl,
    FORAMEN_SECRET: readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
    FORAMEN_DEMO: '1',
    FORAMEN_DATA: dataDir,
  });
  await second.start();
}, 240_000);
afterAll(async () => {
  await second?.end('SIGKILL');
  await clinic.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function submitted(): Promise<string> {
  const { status, body, text } = await withKey(undefined, clinic.url).post('/api/v1/requests', anIntake());
  if (status !== 201) throw new Error(`not submitted: ${status} ${text.slice(0, 200)}`);
  return body.number;
}

/** A listener that goes on at the other instance, by its last id, whenever its own is gone. */
async function faithful(ear: Ear, clients: readonly Client[], isOver: () => boolean) {
  for (let turn = 0; !isOver(); turn++) {
    const base = [second.url, clinic.url][turn % 2] ?? '';
    const stream = await ear.listen(base, clients[turn % 2]).catch(() => null);
    if (stream) await stream.done;
  }
}

test(
  `${EVENTS} events are each heard once by ten listeners while one instance is killed again and again`,
  async () => {
    const person = await signIn('coordinator', clinic.url);
    // The cookie is good at both: one secret, one database.
    const clients = [person, person];
    const numbers = await Promise.all(Array.from({ length: 8 }, submitted));
    const [last] = await clinic.sql<{ seq: string }>('select max(seq) as seq from event');
    let isOver = false;
    const manager = await signIn('manager', clinic.url);
    const ears = Array.from({ length: 10 }, (_, at) => new Ear(at < 5 ? person : manager));
    const listening = ears.map((ear, at) => faithful(ear, at < 5 ? clients : [manager, manager], () => isOver));
    await soon(() => ears.every(({ id }) => id !== ''), 20_000);

    let written = 0;
    const write = async (number: string) => {
      while (written < EVENTS) {
        written += 1;
        const { status } = await person.post(`/api/v1/requests/${number}/notes`, { text: `Note ${written}.` });
        expect(status).toBe(201);
      }
    };
    const kills = (async () => {
      for (let round = 0; written < EVENTS; round++) {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await second.end(round % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
        await new Promise((resolve) => setTimeout(resolve, 300));
        await second.start();
      }
    })();
    await Promise.all(numbers.map(write));
    await kills;
    const all = (
      await clinic.sql<{ seq: string }>('select seq from event where seq > $1 order by seq', [last?.seq])
    ).map(({ seq }) => Number(seq));
    expect(all.length).toBeGreaterThanOrEqual(EVENTS);
    await soon(() => ears.every(({ changes }) => changes.length >= all.length), 15_000).catch(() => {});
    isOver = true;
    for (const ear of ears) ear.hangUp();
    await Promise.all(listening);
    for (const { changes, other } of ears) {
      expect(changes.map(({ event }) => event).sort((a, b) => a - b)).toEqual(all);
      expect(other.filter(({ event }) => event === 'reset')).toEqual([]);
    }
  },
  EVENTS * 60 + 240_000,
);

test('a stop with listeners takes less than ten seconds, and each is told', async () => {
  const person = await signIn('coordinator', clinic.url);
  const ears = Array.from({ length: 5 }, () => new Ear(person));
  const streams = await Promise.all(ears.map((ear) => ear.listen(second.url)));
  const took = await second.end('SIGTERM');
  await Promise.all(streams.map(({ done }) => done));
  for (const { other } of ears) expect(other.at(-1)).toEqual({ event: 'end', said: { why: 'closing' } });
  expect(took).toBeLessThan(6_000);
  await second.start();
});

test(
  `in ${DECISIONS} rounds of two who decide the same version, at two instances, one wins, the other is told both versions and has its own words`,
  async () => {
    const coordinator = await signIn('coordinator', clinic.url);
    const surgeon = await signIn('surgeon', clinic.url);
    const [{ id: staffId } = { id: '' }] = await clinic.sql<{ id: string }>(
      `select id from staff where email = 'surgeon@demo.clinic'`,
    );
    const round = async () => {
      const number = await submitted();
      await moved(coordinator, number, 'triage');
      const ready = await moved(coordinator, number, 'ready_for_review', { reason: 'sent on' });
      const taken = await surgeon.post(`/api/v1/requests/${number}/moves`, { version: ready, to: 'in_review' });
      const { version } = taken.body as { version: number };
      const said = [
        { ...aCandidate, message: `Yours, ${number}.` },
        { verdict: 'not_candidate', reasons: ['NO_TARGET'], message: `The other, ${number}.` },
      ];
      // What the other has typed so far is kept, as it is while somebody types.
      const draft = { staffId, kind: 'decision', value: said[1], mark: randomUUID(), seen: [], isKept: false };
      expect((await surgeon.post(`/api/drafts/${number}`, draft)).status).toBe(200);
      const answers: Answer[] = await Promise.all([
        surgeon.post(`/api/v1/requests/${number}/decisions`, { version, ...said[0] }),
        ask(`${second.url}/api/v1/requests/${number}/decisions`, {
          method: 'POST',
          headers: { ...surgeon.headers, origin: second.url, 'content-type': 'application/json' },
          body: JSON.stringify({ version, ...said[1], draft: [draft.mark] }),
        }),
      ]);
      const won = answers.findIndex(({ status }) => status === 201);
      const lost = answers[1 - won];
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(lost).toMatchObject({
        status: 409,
        body: { code: 'conflict', current: { version: version + 1, yours: version } },
      });
      const { decisions } = (await surgeon.get(`/api/v1/requests/${number}`)).body;
      expect(decisions).toMatchObject([{ message: said[won]?.message, verdict: said[won]?.verdict }]);
      const { drafts } = (await surgeon.get(`/api/drafts/${number}`)).body;
      expect(drafts).toMatchObject(won === 0 ? [{ kind: 'decision', value: said[1] }] : []);
    };
    for (let done = 0; done < DECISIONS; done += 5)
      await Promise.all(Array.from({ length: Math.min(5, DECISIONS - done) }, round));
  },
  DECISIONS * 1_000 + 60_000,
);
