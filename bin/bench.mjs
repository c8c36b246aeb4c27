import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { startDesk } from './desk.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { fail, inRoot, say } from './place.mjs';
import { freePort, startPostgres } from './postgres.mjs';
import { givenPostgres } from './postgres-system.mjs';
import { runNode } from './run.mjs';
import { ownEnvironment } from './suites.mjs';
import { openPlace } from './test-place.mjs';

/**
 * npm run bench: every operation of the desk beside the least it could cost, on a generated clinic.
 * BENCH_REQUESTS (1000000), BENCH_DAY_REQUESTS (100000, never more than the first), BENCH_SECONDS (600) of the working day,
 * BENCH_DATABASE_URL for a server of your own. Generated clinics are kept in ./data-bench until their generator changes.
 */
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 1_000_000);
const DAY_REQUESTS = Math.min(REQUESTS, Number(process.env.BENCH_DAY_REQUESTS ?? 100_000));
const TSX = ['--conditions=react-server', '--import', 'tsx'];
const KEPT = process.env.BENCH_DATA ?? inRoot('data-bench');

const { work, keep, step, run } = openPlace('bench');
await run(async () => {
  if (!(REQUESTS >= 10_000)) fail('BENCH_REQUESTS must be 10000 or more.');
  await ensureInstalled();
  await ensureBuilt();
  const chromium = await findChromium();
  const given = process.env.BENCH_DATABASE_URL;
  const postgres = await keep(given ? givenPostgres(given) : startPostgres(KEPT).then(keptWhole));
  const files = { full: join(work, 'full.json'), day: join(work, 'day.json') };
  const parts = (process.env.BENCH_PARTS ?? 'full,day').split(',');
  if (parts.includes('full'))
    await step(`Operations at ${REQUESTS} requests`, () =>
      part(postgres, REQUESTS, 'full', files.full, { CHROMIUM_PATH: chromium }),
    );
  if (parts.includes('day'))
    await step(`A working day of 150 at ${DAY_REQUESTS} requests`, () =>
      part(postgres, DAY_REQUESTS, 'day', files.day),
    );
  await step('Targets', () =>
    counted([inRoot('tests/bench/report.ts')], {
      BENCH_FULL: files.full,
      BENCH_DAY: files.day,
      BENCH_SIZE: String(REQUESTS),
      BENCH_DAY_SIZE: String(DAY_REQUESTS),
      BENCH_TOLD: join(work, 'score.json'),
      BENCH_PARTS: parts.join(','),
    }),
  );
});

/** The place of a run removes the homes of its servers; this one is kept for the next. */
function keptWhole({ home: _, ...server }) {
  return server;
}

/** One clinic, one production server, one measuring program; the server's log says what went wrong. */
async function part(postgres, requests, name, told, more = {}) {
  const databaseUrl = await clinicOf(postgres, requests);
  const port = await freePort();
  const env = {
    ...ownEnvironment(),
    DATABASE_URL: databaseUrl,
    FORAMEN_SECRET: randomBytes(32).toString('base64url'),
    FORAMEN_DEMO: '1',
    FORAMEN_DATA: work,
    CLINIC_TIME_ZONE: 'America/New_York',
    NODE_ENV: 'production',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const log = join(work, `${name}.log`);
  const desk = await keep(
    Promise.resolve(startDesk({ env, host: '127.0.0.1', port, hear: (chunk) => appendFileSync(log, chunk) })),
  );
  if (!(await desk.isReady())) throw new Error(`the desk did not start:\n${readFileSync(log, 'utf8')}`);
  const { code } = await runNode([...TSX, inRoot(`tests/bench/${name}.ts`)], {
    env: { ...env, ...more, DESK_URL: env.PUBLIC_URL, DESK_PID: String(desk.pid), BENCH_TOLD: told, ...asSaid() },
  });
  await desk.stop();
  const mishaps = existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /unexpected|Error|⨯/.test(line))
    : [];
  if (mishaps.length > 0) say(`The desk logged:\n${mishaps.slice(0, 10).join('\n')}`);
  return code === 0 && mishaps.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** How long to measure, where the caller says. */
function asSaid() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^BENCH_(SECONDS|OPERATION_SECONDS)$/.test(name)),
  );
}

/** Made once for each size and each version of what makes it; one that was left half-made is made anew. */
async function clinicOf(postgres, requests) {
  const made = createHash('sha256');
  for (const folder of ['db/generate', 'db/migrations'])
    for (const file of readdirSync(inRoot(folder))
      .filter((one) => /\.(sql|ts)$/.test(one))
      .sort())
      made.update(readFileSync(inRoot(folder, file)));
  const name = `foramen_bench_${requests}_${made.digest('hex').slice(0, 8)}`;
  const databaseUrl = postgres.urlOf(name);
  const { code } = await runNode([inRoot('tests/bench/clinic.mjs'), name, String(requests)], {
    env: {
      ...ownEnvironment(),
      SERVER_URL: postgres.urlOf('postgres'),
      DATABASE_URL: databaseUrl,
      FORAMEN_SECRET: randomBytes(32).toString('base64url'),
      FORAMEN_DEMO: '1',
      PUBLIC_URL: 'http://127.0.0.1:3000',
      CLINIC_TIME_ZONE: 'America/New_York',
    },
  });
  if (code !== 0) throw new Error('the clinic could not be generated; the message is above');
  return databaseUrl;
}

async function counted(args, env) {
  const { code } = await runNode([...TSX, ...args], { env: { ...ownEnvironment(), ...env } });
  return existsSync(env.BENCH_TOLD)
    ? JSON.parse(readFileSync(env.BENCH_TOLD, 'utf8'))
    : { passed: 0, failed: code === 0 ? 0 : 1 };
}
