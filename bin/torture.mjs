import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { vitest } from './suites.mjs';
import { openPlace } from './test-place.mjs';

/** npm run torture: 200 rounds of kill -9 under acknowledged writes, a file of 100,000 rows killed half-way, and 30 s of a flood; TORTURE_ROUNDS, TORTURE_IMPORT_ROWS and TORTURE_FLOOD_SECONDS set other numbers. */
const { work, step, run } = openPlace('torture');
await run(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await step('Killed under writes', () =>
    vitest('torture', work, {
      TORTURE_ROUNDS: process.env.TORTURE_ROUNDS ?? '200',
      TORTURE_IMPORT_ROWS: process.env.TORTURE_IMPORT_ROWS ?? '100000',
      TORTURE_FLOOD_SECONDS: process.env.TORTURE_FLOOD_SECONDS ?? '30',
    }),
  );
});
