import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { makePlace, say } from './place.mjs';
import { startPostgres } from './postgres.mjs';
import { findSystemPostgres, givenPostgres, startSystemPostgres } from './postgres-system.mjs';
import { lint, playwright, types, vitest } from './suites.mjs';
import { startClinics } from './test-clinics.mjs';
import { openPlace } from './test-place.mjs';

/** npm test: everything, against real PostgreSQL servers and a production build. A second server takes the desk over HTTP, so that both carry it whole. */
const { work, keep, step, run } = openPlace('test');
await run(async () => {
  await ensureInstalled();
  const chromium = await findChromium();
  const given = process.env.TEST_DATABASE_URL;
  const first = await keep(
    given ? givenPostgres(given) : startPostgres(join(work, 'embedded'), { isThrownAway: true }),
  );
  const words = given ? 'TEST_DATABASE_URL' : 'PostgreSQL 18 (embedded)';
  await step('Types', types);
  await step('Lint', lint);
  await rules(first, words);

  await ensureBuilt();
  const system = findSystemPostgres();
  if (!system) say('\nskipped: no second PostgreSQL found (15 or newer, under /usr/lib/postgresql)');
  // The commands mostly wait for what they start and stop: the second core is free.
  await Promise.all([
    step('Commands', () => vitest('commands', work, { TORTURE_ROUNDS: '10' })),
    system ? onSecond(system) : overHttp(first, words),
  ]);
  await withClinics(first, 'browser', (env) =>
    step(`In the browser, ${words}`, () => playwright(work, { ...env, CHROMIUM_PATH: chromium })),
  );
});

async function onSecond(system) {
  const second = await keep(startSystemPostgres(system, join(work, 'system')));
  await rules(second, second.words);
  await overHttp(second, second.words);
  await second.stop();
}

function rules(postgres, words) {
  return step(`Rules and database, ${words}`, () =>
    vitest('house', work, { TEST_DATABASE_URL: postgres.urlOf('postgres') }),
  );
}

function overHttp(postgres, words) {
  return withClinics(postgres, 'http', (env) =>
    step(`Over HTTP, two instances, ${words}`, () => vitest('http', work, env)),
  );
}

/** Clinics of this suite's own: what it leaves is no other's to find. Their logs are read at the end. */
async function withClinics(postgres, name, suite) {
  const place = join(work, name);
  makePlace(place);
  const clinics = await keep(startClinics(postgres, place));
  await suite(clinics.env);
  await clinics.stop();
  await step(`What was written to the logs, ${name}`, clinics.inspectLogs);
}
