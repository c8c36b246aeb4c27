import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './ensure.mjs';
import { say } from './place.mjs';
import { startPostgres } from './postgres.mjs';
import { lint, types, vitest } from './suites.mjs';

/** npm run check: types, lint and every test that needs no build. */
await ensureInstalled();
const work = mkdtempSync(join(tmpdir(), 'foramen-check-'));
const postgres = await startPostgres(join(work, 'embedded'));
const results = [
  await types(),
  await lint(),
  await vitest('house', work, { TEST_DATABASE_URL: postgres.urlOf('postgres') }),
];
await postgres.stop();
rmSync(work, { recursive: true, force: true });
const sum = (key) => results.reduce((total, one) => total + (one[key] ?? 0), 0);
say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
