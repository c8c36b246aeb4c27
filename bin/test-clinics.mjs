import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { inRoot, ROOT, say } from './place.mjs';
import { answers, end, NEXT, runNode, until } from './run.mjs';

/** Names that tests give to people they make: none may ever be in a log. */
export const CANARY = 'Zyxwvcanary';

/** Two instances of the production build over one demo database, as a clinic with two servers runs. */
export async function startClinics(postgres, work) {
  await runNode([inRoot('bin/create-database.mjs'), postgres.urlOf('postgres'), 'foramen_e2e']);
  const common = {
    ...process.env,
    DATABASE_URL: postgres.urlOf('foramen_e2e'),
    FORAMEN_SECRET: randomBytes(32).toString('base64url'),
    FORAMEN_DEMO: '1',
    FORAMEN_DATA: work,
    CLINIC_TIME_ZONE: 'America/New_York',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const ports = [await freePort(), await freePort()];
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const seeded = await runNode(['--conditions=react-server', '--import', 'tsx', 'db/seed/run.ts'], {
    env: { ...common, PUBLIC_URL: urls[0] },
  });
  if (seeded.code !== 0) throw new Error('the demo clinic could not be made');

  const log = join(work, 'clinics.log');
  const sink = createWriteStream(log, { flags: 'a' });
  const apps = ports.map((port, at) => {
    const app = spawn(process.execPath, [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: ROOT,
      env: { ...common, PUBLIC_URL: urls[at] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    app.stdout.pipe(sink, { end: false });
    app.stderr.pipe(sink, { end: false });
    return app;
  });
  for (const [at, url] of urls.entries())
    if (
      !(await until(
        () => answers(`${url}/api/ready`),
        () => apps[at].exitCode !== null,
        60,
      ))
    )
      throw new Error(`an instance did not start:\n${readFileSync(log, 'utf8')}`);

  return {
    env: { BASE_URL: urls[0], BASE_URL_2: urls[1], TEST_E2E_DATABASE_URL: common.DATABASE_URL, CANARY },
    inspectLogs: async () => inspect(log, join(postgres.home, 'postgres.log')),
    stop: async () => {
      for (const app of apps) await end(app, 'SIGTERM', 6);
    },
  };
}

/** No person in any log, and nothing unexpected in the desk's. */
function inspect(desk, database) {
  const written = readFileSync(desk, 'utf8');
  const unexpected = written.split('\n').filter((line) => /unexpected|Error|⨯/.test(line));
  const people = [written, readFileSync(database, 'utf8')]
    .join('\n')
    .split('\n')
    .filter((line) => line.includes(CANARY));
  if (unexpected.length > 0) say(`The desk logged:\n${unexpected.slice(0, 20).join('\n')}`);
  if (people.length > 0) say(`A person stands in a log:\n${people.slice(0, 5).join('\n')}`);
  return {
    passed: Number(unexpected.length === 0) + Number(people.length === 0),
    failed: Number(unexpected.length > 0) + Number(people.length > 0),
  };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
