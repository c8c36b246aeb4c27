import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './place.mjs';
import { runNode } from './run.mjs';

/** Each suite returns { passed, failed, skipped }. A suite that does not get to count has failed. */
export async function types() {
  await runNode([inRoot('node_modules/next/dist/bin/next'), 'typegen'], { isQuiet: true });
  return one(await runNode([inRoot('node_modules/typescript/bin/tsc'), '--noEmit']));
}

export async function lint() {
  return one(await runNode([inRoot('node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']));
}

export async function vitest(project, work, env) {
  const report = join(work, `vitest-${project}-${Date.now()}.json`);
  const { code } = await runNode(
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { ...clean(), ...env } },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests || (success && code === 0 ? 0 : Math.max(1, numFailedTestSuites));
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

export async function playwright(work, env) {
  const report = join(work, 'playwright.json');
  const { code } = await runNode([inRoot('node_modules/@playwright/test/cli.js'), 'test'], {
    env: { ...clean(), ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_OUTPUT: join(work, 'playwright') },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky || (code === 0 ? 0 : 1),
    skipped: stats.skipped,
  };
}

const one = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** The caller's own clinic must not be touched by a test. */
function clean() {
  const {
    DATABASE_URL: _1,
    FORAMEN_DATA: _2,
    FORAMEN_SECRET: _3,
    PUBLIC_URL: _4,
    PORT: _5,
    HOST: _6,
    ...env
  } = process.env;
  return { ...env, FORCE_COLOR: '0' };
}
