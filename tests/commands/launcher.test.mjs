import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '../../bin/lock.mjs';
import { startPostgres } from '../../bin/postgres.mjs';
import { forgetUnder } from '../../bin/postgres-home.mjs';
import { Clinic, freePort } from '../house/clinic';

const work = mkdtempSync(join(tmpdir(), 'foramen launcher '));
// PostgreSQL's account can reach this one.
chmodSync(work, 0o711);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a lock', () => {
  const lockModule = pathToFileURL(join(process.cwd(), 'bin/lock.mjs')).href;
  const dead = (pid) => JSON.stringify({ pid, began: '1', what: 'a test', since: '' });

  test('of a dead process has one heir, however many reach for it at once', async () => {
    const rounds = 50;
    for (let round = 0; round < rounds; round++) writeFileSync(join(work, `race-${round}`), dead(2 ** 30));
    const began = Date.now() + 1500;
    const contender = `
      import { takeLock } from ${JSON.stringify(lockModule)};
      const won = [];
      for (let round = 0; round < ${rounds}; round++) {
        while (Date.now() < ${began} + round * 20);
        if (takeLock(${JSON.stringify(join(work, 'race-'))} + round, 'race').isMine) won.push(round);
      }
      console.log(JSON.stringify(won));
      setTimeout(() => {}, 1500);`;
    const won = await Promise.all([1, 2, 3, 4].map(() => node(['--input-type=module', '-e', contender])));
    const winners = won.flatMap(({ output }) => JSON.parse(output)).sort((a, b) => a - b);
    expect(winners).toEqual(Array.from({ length: rounds }, (_, round) => round));
  });

  test('is not held by a process that only got the number of the one that took it', () => {
    const file = join(work, 'reused');
    writeFileSync(file, dead(process.ppid));
    const lock = takeLock(file, 'a test');
    expect(lock).toMatchObject({ isMine: true, wasStale: true });
    expect(takeLock(file, 'another')).toMatchObject({ isMine: false, held: { pid: process.pid, what: 'a test' } });
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  test('is not held by half a file, as a power cut leaves it', () => {
    const file = join(work, 'half');
    writeFileSync(file, '{"pid":');
    expect(takeLock(file, 'a test').isMine).toBe(true);
  });
});

/** A checkout in which npm and next only write down that they were called. */
describe('a checkout with a space in its path', () => {
  const root = join(work, 'a checkout');
  const calls = () => readFileSync(join(root, 'calls'), 'utf8').trim().split('\n');
  const ensure = () =>
    node(
      [
        '--input-type=module',
        '-e',
        "import { ensureBuilt, ensureInstalled } from './bin/ensure.mjs'; await ensureInstalled(); await ensureBuilt();",
      ],
      {
        cwd: root,
        env: { ...process.env, npm_execpath: join(root, 'npm-cli.js') },
      },
    );

  beforeEach(() => {
    rmSync(root, { recursive: true, force: true });
    cpSync('bin', join(root, 'bin'), { recursive: true });
    mkdirSync(join(root, 'app'));
    writeFileSync(join(root, 'app/page.tsx'), 'one');
    writeFileSync(
      join(root, 'package-lock.json'),
      '{ "packages": { "": {}, "node_modules/next": { "version": "1.0.0" } } }',
    );
    writeFileSync(
      join(root, 'npm-cli.js'),
      `const fs = require('fs');
      fs.appendFileSync('calls', 'install\\n');
      fs.mkdirSync('node_modules/next/dist/bin', { recursive: true });
      fs.copyFileSync('next.js', 'node_modules/next/dist/bin/next');`,
    );
    writeFileSync(
      join(root, 'next.js'),
      `const fs = require('fs');
      fs.appendFileSync('calls', 'build\\n');
      setTimeout(() => {
        if (fs.existsSync('.next/poison') || fs.readFileSync('app/page.tsx', 'utf8') === 'wrong') process.exit(1);
        fs.mkdirSync('.next', { recursive: true });
      }, 300);`,
    );
  });

  test('is installed and built once, and again when the lock or a source changes', async () => {
    expect((await ensure()).code).toBe(0);
    await ensure();
    expect(calls()).toEqual(['install', 'build']);
    writeFileSync(join(root, 'app/page.tsx'), 'two');
    await ensure();
    expect(calls()).toEqual(['install', 'build', 'build']);
    writeFileSync(
      join(root, 'package-lock.json'),
      '{ "packages": { "": {}, "node_modules/next": { "version": "1.0.1" } } }',
    );
    await ensure();
    expect(calls()).toEqual(['install', 'build', 'build', 'install', 'build']);
  });

  test('is not installed again after its owner ran npm', async () => {
    mkdirSync(join(root, 'node_modules/next/dist/bin'), { recursive: true });
    cpSync(join(root, 'next.js'), join(root, 'node_modules/next/dist/bin/next'));
    writeFileSync(
      join(root, 'node_modules/.package-lock.json'),
      '{ "packages": { "node_modules/next": { "version": "1.0.0" } } }',
    );
    expect((await ensure()).code).toBe(0);
    expect(calls()).toEqual(['build']);
  });

  test('is built once by two commands that start together', async () => {
    const both = await Promise.all([ensure(), ensure()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls()).toEqual(['install', 'build']);
  });

  test('is built from clean when the first try fails, and works', async () => {
    mkdirSync(join(root, '.next'));
    writeFileSync(join(root, '.next/poison'), '');
    const { code, output } = await ensure();
    expect(output).toContain('trying once more from clean');
    expect(code).toBe(0);
    expect(calls()).toEqual(['install', 'build', 'build']);
  });

  test('says so when it fails twice, and does not take the ruin for a build', async () => {
    expect((await ensure()).code).toBe(0);
    writeFileSync(join(root, 'app/page.tsx'), 'wrong');
    const { code, output } = await ensure();
    expect(output).toContain('failed twice');
    expect(code).toBe(1);
    writeFileSync(join(root, 'app/page.tsx'), 'one');
    await ensure();
    expect(calls()).toEqual(['install', 'build', 'build', 'build', 'build']);
  });
});

describe('SIGTERM', () => {
  const slowly = (clinic, seconds) =>
    clinic.sql(
      `begin; lock table drizzle.__drizzle_migrations in access exclusive mode; select pg_sleep(${seconds}); commit`,
    );

  test('lets an open request be answered, closes PostgreSQL and exits 0 within 10 s; also when one never is', async () => {
    const dataDir = join(work, 'stopped');
    const clinic = new Clinic(dataDir, await freePort(), 'start');
    await clinic.start();
    const held = slowly(clinic, 2);
    await pause(500);
    const answer = fetch(`${clinic.url}/api/ready`).then(({ status }) => status);
    await pause(500);
    expect(await clinic.stop()).toBe(0);
    expect(await answer).toBe(200);
    await held;
    expect(clinic.postmasters()).toEqual([]);

    await clinic.start();
    const stuck = slowly(clinic, 60).catch(() => 'cut');
    await pause(500);
    const never = fetch(`${clinic.url}/api/ready`).catch(() => 'cut');
    await pause(500);
    const began = Date.now();
    expect(await clinic.stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await Promise.all([stuck, never])).toEqual(['cut', 'cut']);
    expect(clinic.postmasters()).toEqual([]);
  }, 120_000);

  test('during the start ends it too, and leaves nothing', async () => {
    const clinic = new Clinic(join(work, 'hurried'), await freePort(), 'start');
    const started = clinic.start().catch(({ message }) => message);
    while (!clinic.output.includes('Starting PostgreSQL')) await pause(20);
    expect(await clinic.stop()).toBe(0);
    expect(await started).toContain('it ended with 0');
    expect(clinic.postmasters()).toEqual([]);
    expect(existsSync(join(work, 'hurried', 'foramen.lock'))).toBe(false);
  }, 120_000);

  test('does not wait for a PostgreSQL that is long in coming', async () => {
    const folder = join(work, 'long in coming');
    await expect(startPostgres(folder, { signal: AbortSignal.abort() })).rejects.toThrow('stopped while it started');
    const postgres = await startPostgres(folder);
    await postgres.stop();
  }, 60_000);
});

describe.skipIf(process.getuid?.() !== 0)('as root, databases that stand elsewhere', () => {
  const shelf = '/var/lib/foramen';
  test.each([
    ['of a test run that was killed go with the next', join(tmpdir(), 'foramen-test-gone', 'data'), false],
    ['of a clinic whose folder is not there just now stay', '/srv/foramen-clinic/data', true],
  ])('%s', (_, dataDir, stays) => {
    mkdirSync(shelf, { recursive: true });
    const home = mkdtempSync(join(shelf, 'data-'));
    writeFileSync(join(home, 'of'), dataDir);
    forgetUnder('/nothing');
    expect(existsSync(home)).toBe(stays);
    rmSync(home, { recursive: true, force: true });
  });
});

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function node(args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('close', (code) => resolve({ code, output }));
  });
}
