import { writeFileSync } from 'node:fs';
import { pool, transact } from '@/db/client';
import { countPipeline } from '@/db/pipeline-weeks';
import { countDirectly } from '@/db/stats';
import { saidNumber } from '@/lib/domain/request';
import { deskQuestions } from '../house/desk-questions';
import { faultsOf, overheard, planOf } from '../house/plans';
import { openAgain } from './again';
import { browse } from './browser';
import { emailOf, listen, type Session, signIn } from './desk-client';
import { ask } from './floors';
import { measure, measureSome, memoryOf } from './measure';
import { type Clinic, operations } from './operations';

const SECONDS = Number(process.env.BENCH_OPERATION_SECONDS ?? 4);
const YEAR = { from: new Date(Date.now() - 365 * 86_400_000), before: new Date() };
/** More than a page may read, less than anybody would wait for. */
const MAY_READ = 100_000;
const memory = () => memoryOf(Number(process.env.DESK_PID));

const clinic = await gather();
const told = {
  operations: await allOperations(clinic),
  stats: await stats(clinic.session),
  plans: await plans(),
  events: await events(clinic.session, clinic.numbers),
  browser: await browse(saidNumber(clinic.numbers[0] ?? 1)),
  memory: memory(),
};
writeFileSync(process.env.BENCH_TOLD ?? 'bench.json', JSON.stringify(told));
await pool().end();
process.exit(0);

async function gather(): Promise<Clinic> {
  const staff = async (role: string) =>
    (await ask('select id, name, email from staff where role = $1 order by created_at, email', [role])).rows;
  const [coordinator] = (await staff('coordinator')).filter(({ email }) => email === emailOf('coordinator', 1));
  const surgeons = new Map();
  for (const { id, name, email } of await staff('surgeon'))
    surgeons.set(id, { actor: { id, name, role: 'surgeon', sessionId: null }, session: await signIn(email) });
  await openAgain('in_review', 3_000);
  // Idle claims would be released while we measure.
  await ask(`update request set claimed_at = now() + interval '2 hours' where stage = 'in_review'`);
  const held = await ask(
    `select id, number, version, surgeon_id as "surgeonId" from request where stage = 'in_review' order by id`,
  );
  const numbers = await ask(`select number from request order by id desc offset 100 limit 20000`);
  const [person] = (
    await ask(
      `select lower(last_name) as last, phone, email from person where email is not null and last_name ~ '^[A-Z][a-z]{7,}$' order by id desc limit 1`,
    )
  ).rows;
  return {
    coordinator: { ...coordinator, role: 'coordinator', sessionId: null },
    surgeons,
    session: await signIn(emailOf('coordinator', 1)),
    numbers: numbers.rows.map(({ number }) => number).sort((a, b) => ((a * 7919) % 10007) - ((b * 7919) % 10007)),
    held: held.rows,
    person,
  };
}

async function allOperations(of: Clinic) {
  const measured = [];
  // Each request is decided once: the six runs share those that wait.
  const share = Math.floor(of.held.length / 6);
  for (const { name, floor, query, http, whole, isWrite } of await operations(of)) {
    const run = async (clients: number, work: typeof floor) =>
      name === 'decide' ? measureSome(clients, share, () => work(0)) : measure(clients, SECONDS, work);
    const row = {
      name,
      isWrite: isWrite ?? false,
      floor: [await run(1, floor), await run(16, floor)],
      query: query && [await run(1, query), await run(16, query)],
      http: http && [await run(1, http), await run(16, http)],
      whole: whole && [await run(1, whole), await run(16, whole)],
    };
    console.log(
      `bench: ${name}, floor ${row.floor[1]?.p50.toFixed(1)} ms, query ${row.query?.[1]?.p50.toFixed(1)} ms, whole answer ${row.http?.[1]?.p50.toFixed(1)} ms of at least ${(row.whole ?? row.floor)[1]?.p50.toFixed(1)} at 16`,
    );
    measured.push(row);
  }
  return measured;
}

async function stats(session: Session) {
  const read = () => transact((tx) => countPipeline(tx, YEAR, 'America/New_York', new Date()));
  const slow = () => transact((tx) => countDirectly(tx, YEAR, 'America/New_York', new Date()));
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const path = `/api/v1/stats/pipeline?from=${day(YEAR.from)}&to=${day(YEAR.before)}`;
  const [quick, whole] = [await read(), await slow()];
  return {
    rollup: [await measure(1, SECONDS, read), await measure(16, SECONDS, read)],
    directly: [await measure(1, SECONDS, slow)],
    http: [await measure(1, SECONDS, () => session.get(path)), await measure(16, SECONDS, () => session.get(path))],
    isEqual: JSON.stringify(comparable(quick)) === JSON.stringify(comparable(whole)),
  };
}

/** Order among equals and the last bits of a float do not count. */
function comparable(counted: object): unknown {
  const sorted = (value: unknown): unknown => {
    if (typeof value === 'number') return Math.round(value * 1e6) / 1e6;
    if (Array.isArray(value))
      return value
        .map(sorted)
        .map((one) => JSON.stringify(one))
        .sort();
    if (value && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value)
          .sort()
          .filter(
            ([key, one]) =>
              !(key === 'medianDays' && 'verdict' in value && value.verdict !== null) && one !== undefined,
          )
          .map(([key, one]) => [key, sorted(one)]),
      );
    return value;
  };
  return sorted(counted);
}

async function plans() {
  const wrong: string[] = [];
  const questions = await deskQuestions();
  for (const { name, ask: asked } of questions)
    for (const one of await overheard(asked))
      wrong.push(...faultsOf(await planOf(one), MAY_READ).map((fault) => `${name}: ${fault}`));
  return { questions: questions.length, wrong };
}

/** Two hundred listen, six a session as the desk allows, while notes are written; every note is one event for each. */
async function events(session: Session, numbers: readonly number[]) {
  const LISTENERS = 200;
  const NOTES = 200;
  const sessions: Session[] = [];
  for (let nth = 1; sessions.length * 6 < LISTENERS; nth++) sessions.push(await signIn(emailOf('coordinator', nth)));
  let heard = 0;
  const stops = await Promise.all(
    Array.from({ length: LISTENERS }, (_, nth) =>
      listen(sessions[nth % sessions.length] as Session, (text) => {
        heard += text.split('"event":').length - 1;
      }),
    ),
  );
  if (stops.some((one) => one === null)) return null;
  const began = performance.now();
  for (let nth = 0; nth < NOTES; nth++)
    await session.post(`/api/v1/requests/${saidNumber(numbers[nth] ?? 1)}/notes`, { text: 'A note of the bench.' });
  for (let waited = 0; heard < LISTENERS * NOTES && waited < 50; waited++)
    await new Promise((go) => setTimeout(go, 100));
  const perSecond = heard / ((performance.now() - began) / 1_000);
  for (const one of stops) one?.();
  return { perSecond, heard, expected: LISTENERS * NOTES };
}
