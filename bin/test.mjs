import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { say } from './place.mjs';
import { startPostgres } from './postgres.mjs';
import { findSystemPostgres, startSystemPostgres } from './postgres-system.mjs';
import { lint, playwright, types, vitest } from './suites.mjs';
import { startClinics } from './test-clinics.mjs';

/** npm test: everything, against real PostgreSQL servers and a production build. */
await ensureInstalled();
const chromium = await findChromium();
const work = mkdtempSync(join(tmpdir(), 'foramen-test-'));
const running = [];
const total = { passed: 0, failed: 0, skipped: 0 };
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => void cleanUp().then(() => process.exit(1)));

try {
  const postgres = await startPostgres(join(work, 'embedded'));
  running.push(postgres);
  await step('Types', () => types());
  await step('Lint', () => lint());
  await step('Rules and database, PostgreSQL 18 (embedded)', () =>
    vitest('house', work, { TEST_DATABASE_URL: postgres.urlOf('postgres') }),
  );

  const system = findSystemPostgres();
  if (system) {
    const second = await startSystemPostgres(system, join(work, 'system'));
    running.push(second);
    await step(`Rules and database, ${second.words}`, () =>
      vitest('house', work, { TEST_DATABASE_URL: second.urlOf('postgres') }),
    );
    await second.stop();
  } else say('\nSkipped: rules and database on a second PostgreSQL (none installed under /usr/lib/postgresql)');

  await ensureBuilt();
  await step('Commands', () => vitest('commands', work, { TORTURE_ROUNDS: '10' }));
  const clinics = await startClinics(postgres, work);
  running.push(clinics);
  await step('Over HTTP, two instances', () => vitest('http', work, clinics.env));
  await step('In the browser', () => playwright(work, { ...clinics.env, CHROMIUM_PATH: chromium }));
  await step('What was written to the logs', () => clinics.inspectLogs());
} catch (error) {
  total.failed++;
  say(`\n${error.stack}`);
}
await cleanUp();
say(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);

async function step(name, work) {
  if (isStopping) return;
  const began = Date.now();
  say(`\n== ${name}`);
  const { passed, failed, skipped = 0 } = await work();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  say(`== ${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`);
}

async function cleanUp() {
  if (isStopping) return;
  isStopping = true;
  for (const one of running.reverse()) await one.stop();
  rmSync(work, { recursive: true, force: true });
}
