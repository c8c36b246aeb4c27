import { join } from 'node:path';
import { ensureInstalled } from './ensure.mjs';
import { startPostgres } from './postgres.mjs';
import { lint, types, vitest } from './suites.mjs';
import { openPlace } from './test-place.mjs';

/** npm run check: types, lint and every test that needs no build. */
const { work, keep, step, run } = openPlace('check');
await run(async () => {
  await ensureInstalled();
  const postgres = await keep(startPostgres(join(work, 'embedded'), { isThrownAway: true }));
  await step('Types', types);
  await step('Lint', lint);
  await step('Rules and database', () => vitest('house', work, { TEST_DATABASE_URL: postgres.urlOf('postgres') }));
});
