import { randomBytes } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDesk } from './desk.mjs';
import { inRoot, say } from './place.mjs';
import { freePort } from './postgres.mjs';
import { runNode } from './run.mjs';
import { seedDemo } from './seed.mjs';
import { ownEnvironment } from './suites.mjs';

/** Names that tests give to people they make: none may ever be in a log. */
export const CANARY = 'Zyxwvcanary';

/** Two instances of the production build over one demo database, as a clinic with two servers runs. */
export async function startClinics(postgres, work) {
  const name = `foramen_e2e_${randomBytes(4).toString('hex')}`;
  const server = { ...process.env, SERVER_URL: postgres.urlOf('postgres') };
  await runNode([inRoot('bin/create-database.mjs'), name], { env: server });
  const ports = [await freePort(), await freePort()];
  const secret = randomBytes(32).toString('base64url');
  const instances = ports.map((port) => ({
    ...ownEnvironment(),
    DATABASE_URL: postgres.urlOf(name),
    FORAMEN_SECRET: secret,
    FORAMEN_DEMO: '1',
    FORAMEN_DATA: work,
    CLINIC_TIME_ZONE: 'America/New_York',
    NODE_ENV: 'production',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  }));
  await seedDemo(instances[0]);

  const log = join(work, 'clinics.log');
  const sink = createWriteStream(log, { flags: 'a' });
  const desks = instances.map((env, at) =>
    startDesk({ env, host: '127.0.0.1', port: ports[at], hear: (chunk) => sink.write(chunk) }),
  );
  const stop = () => Promise.all(desks.map((desk) => desk.stop()));
  for (const desk of desks)
    if (!(await desk.isReady())) {
      await stop();
      throw new Error(`an instance did not start:\n${readFileSync(log, 'utf8')}`);
    }
  return {
    env: {
      BASE_URL: instances[0].PUBLIC_URL,
      BASE_URL_2: instances[1].PUBLIC_URL,
      // Vite keeps BASE_URL for itself, so tests under Vitest are told by another name.
      DESK_URL: instances[0].PUBLIC_URL,
      DESK_URL_2: instances[1].PUBLIC_URL,
      TEST_DATABASE_URL: postgres.urlOf('postgres'),
      TEST_E2E_DATABASE_URL: postgres.urlOf(name),
      CANARY,
    },
    inspectLogs: async () => inspect([log, ...(postgres.home ? [join(postgres.home, 'postgres.log')] : [])]),
    stop,
  };
}

/** No person in any log, and nothing unexpected in the desk's. */
function inspect([desk, ...others]) {
  const linesOf = (file) => readFileSync(file, 'utf8').split('\n');
  const unexpected = linesOf(desk).filter((line) => /unexpected|Error|⨯/.test(line));
  const people = [desk, ...others].flatMap(linesOf).filter((line) => line.includes(CANARY));
  if (unexpected.length > 0) say(`The desk logged:\n${unexpected.slice(0, 20).join('\n')}`);
  if (people.length > 0) say(`A person stands in a log:\n${people.slice(0, 5).join('\n')}`);
  const results = [unexpected, people];
  return {
    passed: results.filter((lines) => lines.length === 0).length,
    failed: results.filter((lines) => lines.length > 0).length,
  };
}
