import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, ROOT, say } from './place.mjs';
import { NEXT, runNode } from './run.mjs';

/** Each suite returns { passed, failed, skipped }. A suite that does not get to count has failed. */
export async function types() {
  const env = ownEnvironment();
  const { code, output } = await runNode([NEXT, 'typegen'], { env, isQuiet: true });
  if (code !== 0) process.stdout.write(output);
  return one(await runNode([inRoot('node_modules/typescript/lib/tsc.js'), '--noEmit'], { env }));
}

export async function lint() {
  const biome = inRoot('node_modules/@biomejs/biome/bin/biome');
  return one(await runNode([biome, 'check', '--error-on-warnings'], { env: ownEnvironment() }));
}

export async function vitest(project, work, env) {
  const report = join(work, `vitest-${project}-${Date.now()}.json`);
  const { code, output } = await runNode(
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { ...ownEnvironment(), NO_COLOR: '1', TMPDIR: work, ...env }, isQuiet: true },
  );
  if (!existsSync(report)) {
    process.stdout.write(output.slice(-4_000));
    return { passed: 0, failed: 1 };
  }
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests: skipped,
    testResults,
  } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that breaks outside its tests has none that failed.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  for (const result of testResults) tellFailures(result);
  const failed = numFailedTests + broken.length;
  if (failed === 0 && code !== 0) process.stdout.write(output.slice(-4_000));
  return { passed, failed: failed || Number(code !== 0), skipped };
}

/** What passed is counted; what failed is told. */
function tellFailures({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  for (const test of failed)
    say(`FAILED ${relative(ROOT, name)} > ${test.fullName}\n${test.failureMessages.join('\n').slice(0, 2_000)}\n`);
  if (status === 'failed' && failed.length === 0) say(`FAILED ${relative(ROOT, name)}\n${message}\n`);
}

export async function playwright(work, env) {
  const report = join(work, 'playwright.json');
  const { code } = await runNode([inRoot('node_modules/@playwright/test/cli.js'), 'test'], {
    env: {
      ...ownEnvironment(),
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      PLAYWRIGHT_OUTPUT: join(work, 'playwright'),
    },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed || Number(code !== 0), skipped: stats.skipped };
}

export async function mutants(part, env) {
  return one(
    await runNode([inRoot('tests/mutants.mjs'), ...(part ? [part] : [])], { env: { ...ownEnvironment(), ...env } }),
  );
}

const one = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const CALLERS =
  /^(DATABASE_|FORAMEN_|OIDC_|SMTP_|DICOMWEB_|PG[A-Z]+$|PUBLIC_URL$|PORT$|HOST$|CLINIC_TIME_ZONE$|BASE_URL|NODE_ENV$|TZ$)/;

/** The caller's own clinic must not be touched by a test, nor change what it says. */
export function ownEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !CALLERS.test(name));
  return { ...Object.fromEntries(kept), FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1' };
}
