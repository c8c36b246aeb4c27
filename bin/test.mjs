import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { say } from './place.mjs';
import { startPostgres } from './postgres.mjs';
import { findSystemPostgres, givenPostgres, startSystemPostgres } from './postgres-system.mjs';
import { lint, playwright, types, vitest } from './suites.mjs';
import { startClinics } from './test-clinics.mjs';
import { openPlace } from './test-place.mjs';

/** npm test: everything, against real PostgreSQL servers and a production build. */
const { work, keep, step, run } = openPlace('test');
await run(async () => {
  await ensureInstalled();
  const chromium = await findChromium();
  const given = process.env.TEST_DATABASE_URL;
  const postgres = await keep(
    given ? givenPostgres(given) : startPostgres(join(work, 'embedded'), { isThrownAway: true }),
  );
  await step('Types', types);
  await step('Lint', lint);
  await step(`Rules and database, ${given ? 'TEST_DATABASE_URL' : 'PostgreSQL 18 (embedded)'}`, () =>
    vitest('house', work, { TEST_DATABASE_URL: postgres.urlOf('postgres') }),
  );

  await ensureBuilt();
  const clinics = await keep(startClinics(postgres, work));
  // The commands mostly wait for what they start and stop: the second core is free.
  await Promise.all([
    step('Commands', () => vitest('commands', work, { TORTURE_ROUNDS: '10' })),
    (async () => {
      const system = findSystemPostgres();
      if (system) await onSecondPostgres(system);
      else say('\nskipped: no second PostgreSQL found (15 or newer, under /usr/lib/postgresql)');
      await step('Over HTTP, two instances', () => vitest('http', work, clinics.env));
    })(),
  ]);
  await step('In the browser', () => playwright(work, { ...clinics.env, CHROMIUM_PATH: chromium }));
  await step('What was written to the logs', clinics.inspectLogs);
});

async function onSecondPostgres(system) {
  const second = await keep(startSystemPostgres(system, join(work, 'system')));
  await step(`Rules and database, ${second.words}`, () =>
    vitest('house', work, { TEST_DATABASE_URL: second.urlOf('postgres') }),
  );
  await second.stop();
}
