import { join } from 'node:path';
import { ensureInstalled } from './ensure.mjs';
import { startPostgres } from './postgres.mjs';
import { mutants } from './suites.mjs';
import { openPlace } from './test-place.mjs';

/** npm run mutants: is every cell of the table of rights held by a test? "-- note." tries only the actions with that in their name. */
const { work, keep, step, run } = openPlace('mutants');
await run(async () => {
  await ensureInstalled();
  const postgres = await keep(startPostgres(join(work, 'embedded'), { isThrownAway: true }));
  await step('Mutants of the table of rights', () =>
    mutants(process.argv[2], { TEST_DATABASE_URL: postgres.urlOf('postgres'), TMPDIR: work }),
  );
});
