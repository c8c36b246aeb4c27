import { randomBytes } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDesk } from './desk.mjs';
import { inRoot, say } from './place.mjs';
import { freePort } from './postgres.mjs';
import { runNode, until } from './run.mjs';
import { seedDemo } from './seed.mjs';
import { ownEnvironment } from './suites.mjs';

/** Names that tests give to people they make: none may ever be in a log. */
export const CANARY = 'Zyxwvcanary';

/** Two instances of the production build over one demo database, as a clinic with two servers runs; and a new clinic that nobody has set up. */
export async function startClinics(postgres, work) {
  const [demo, empty] = [await databaseOf(postgres), await databaseOf(postgres)];
  const secret = randomBytes(32).toString('base64url');
  const at = async (DATABASE_URL, FORAMEN_DEMO) => {
    const port = await freePort();
    const PUBLIC_URL = `http://127.0.0.1:${port}`;
    return { port, env: { ...environment(work), FORAMEN_SECRET: secret, DATABASE_URL, FORAMEN_DEMO, PUBLIC_URL } };
  };
  const instances = [await at(demo, '1'), await at(demo, '1'), await at(empty, '0')];
  await seedDemo(instances[0].env);

  const log = join(work, 'clinics.log');
  const sink = createWriteStream(log, { flags: 'a' });
  let said = '';
  const hear = (chunk) => {
    said += chunk;
    sink.write(chunk);
  };
  const desks = instances.map(({ env, port }) => startDesk({ env, host: '127.0.0.1', port, hear }));
  const stop = () => Promise.all(desks.map((desk) => desk.stop()));
  const setUp = () => /http\S+\/set-up\?token=\S+/.exec(said)?.[0];
  const areReady = await Promise.all(desks.map((desk) => desk.isReady()));
  if (areReady.includes(false) || !(await until(setUp, () => false, 10))) {
    await stop();
    throw new Error(`an instance did not start:\n${said}`);
  }
  const [one, two] = instances.map(({ env }) => env.PUBLIC_URL);
  return {
    env: {
      BASE_URL: one,
      BASE_URL_2: two,
      // Vite keeps BASE_URL for itself, so tests under Vitest are told by another name.
      DESK_URL: one,
      DESK_URL_2: two,
      SET_UP_LINK: setUp(),
      TEST_DATABASE_URL: postgres.urlOf('postgres'),
      TEST_E2E_DATABASE_URL: demo,
      CANARY,
    },
    inspectLogs: async () => inspect([log, ...(postgres.home ? [join(postgres.home, 'postgres.log')] : [])]),
    stop,
  };
}

async function databaseOf(postgres) {
  const name = `foramen_e2e_${randomBytes(4).toString('hex')}`;
  const env = { ...process.env, SERVER_URL: postgres.urlOf('postgres') };
  await runNode([inRoot('bin/create-database.mjs'), name], { env });
  return postgres.urlOf(name);
}

const environment = (work) => ({
  ...ownEnvironment(),
  FORAMEN_DATA: work,
  CLINIC_TIME_ZONE: 'America/New_York',
  NODE_ENV: 'production',
});

/** Said by Next of an action whose body cannot be read, which a test sends: its kind and nothing of what was sent. */
const UNREADABLE = /SyntaxError \d+$/;

/** No person in any log, and nothing unexpected in the desk's. */
function inspect([desk, ...others]) {
  const linesOf = (file) => readFileSync(file, 'utf8').split('\n');
  const unexpected = linesOf(desk).filter((line) => /unexpected|Error|⨯/.test(line) && !UNREADABLE.test(line));
  const people = [desk, ...others].flatMap(linesOf).filter((line) => line.includes(CANARY));
  if (unexpected.length > 0) say(`The desk logged:\n${unexpected.slice(0, 20).join('\n')}`);
  if (people.length > 0) say(`A person stands in a log:\n${people.slice(0, 5).join('\n')}`);
  const results = [unexpected, people];
  return {
    passed: results.filter((lines) => lines.length === 0).length,
    failed: results.filter((lines) => lines.length > 0).length,
  };
}
