import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { say } from './place.mjs';
import { vitest } from './suites.mjs';

/** npm run torture: 200 rounds of kill -9 under acknowledged writes; TORTURE_ROUNDS sets another number. */
await ensureInstalled();
await ensureBuilt();
const work = mkdtempSync(join(tmpdir(), 'foramen-torture-'));
const { passed, failed } = await vitest('torture', work, { TORTURE_ROUNDS: process.env.TORTURE_ROUNDS ?? '200' });
rmSync(work, { recursive: true, force: true });
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
