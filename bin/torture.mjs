import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { vitest } from './suites.mjs';
import { openPlace } from './test-place.mjs';

/** npm run torture: 200 rounds of kill -9 under acknowledged writes; TORTURE_ROUNDS sets another number. */
const { work, step, run } = openPlace('torture');
await run(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await step('Killed under writes', () =>
    vitest('torture', work, { TORTURE_ROUNDS: process.env.TORTURE_ROUNDS ?? '200' }),
  );
});
