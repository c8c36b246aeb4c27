import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { takeLock } from './lock.mjs';
import { fail, inRoot, ROOT, say } from './place.mjs';
import { keepSecret, startPostgres } from './postgres.mjs';
import { answers, end, NEXT, runNode, until } from './run.mjs';

/** Runs a clinic until it is told to stop. `kind` is what the data directory is for: one never opens the other's. */
export async function serve({ kind, folder, mode = 'start', prepare, ready }) {
  const dataDir = resolve(process.env.FORAMEN_DATA || inRoot(folder));
  // Others may pass through, as PostgreSQL's account must under root, but not look around.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const lock = takeLock(resolve(dataDir, 'foramen.lock'), `npm run ${kind}`);
  if (!lock.isMine)
    fail(
      `${dataDir} is in use by process ${lock.held.pid} (${lock.held.what}, since ${lock.held.since}). Stop that one first.`,
    );
  markedAs(kind, dataDir, lock);

  const parts = { app: null, postgres: null };
  let isStopping = false;
  const stop = async (code) => {
    if (isStopping) return;
    isStopping = true;
    if (parts.app) await end(parts.app, 'SIGTERM', 6);
    await parts.postgres?.stop();
    lock.release();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stop(0));
  process.on('uncaughtException', (error) => {
    say(`\n${error.message}`);
    void stop(1);
  });

  const host = process.env.HOST || '127.0.0.1';
  const port = process.env.PORT || '3000';
  if (await answers(`http://${host}:${port}/api/health`)) {
    lock.release();
    fail(`Port ${port} is taken. Set PORT to another.`);
  }
  if (!process.env.DATABASE_URL) {
    say('Starting PostgreSQL ...');
    parts.postgres = await startPostgres(dataDir).catch((error) => {
      lock.release();
      return fail(error.message);
    });
    parts.postgres.onExit(() => {
      if (!isStopping) {
        say('\nPostgreSQL ended unexpectedly; start again to recover.');
        void stop(1);
      }
    });
  }
  const env = {
    ...process.env,
    DATABASE_URL: process.env.DATABASE_URL ?? (await database(parts.postgres)),
    FORAMEN_SECRET:
      process.env.FORAMEN_SECRET ?? keepSecret(resolve(dataDir, 'secret'), () => randomBytes(32).toString('base64url')),
    FORAMEN_DATA: dataDir,
    FORAMEN_DEMO: kind === 'demo' ? '1' : '0',
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://${host}:${port}`,
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  if (prepare) await prepare(env);
  if (isStopping) return;

  say('Starting the desk ...');
  parts.app = spawn(process.execPath, [NEXT, mode, '-H', host, '-p', port], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  parts.app.stdout.on('data', withoutBanner);
  parts.app.stderr.on('data', (chunk) => process.stderr.write(chunk));
  parts.app.once('exit', (code, signal) => {
    if (!isStopping) {
      say(`\nThe desk ended unexpectedly (${signal ?? code}).`);
      void stop(1);
    }
  });
  const isUp = await until(
    () => answers(`http://${host}:${port}/api/ready`),
    () => parts.app.exitCode !== null || isStopping,
    90,
  );
  if (isUp) ready(env.PUBLIC_URL);
  else if (!isStopping) {
    say('The desk did not become ready.');
    await stop(1);
  }
}

/** A demo never opens a real clinic's directory, nor the reverse. */
function markedAs(kind, dataDir, lock) {
  const marker = resolve(dataDir, 'kind');
  if (!existsSync(marker)) writeFileSync(marker, kind);
  const found = readFileSync(marker, 'utf8').trim();
  if (found !== kind) {
    lock.release();
    fail(`${dataDir} belongs to a ${found}, not to a ${kind}. Set FORAMEN_DATA to another directory.`);
  }
}

async function database(postgres) {
  const { code, output } = await runNode(
    [inRoot('bin', 'create-database.mjs'), postgres.urlOf('postgres'), 'foramen'],
    { isQuiet: true },
  );
  if (code !== 0) throw new Error(`The database could not be created:\n${output}`);
  return postgres.urlOf('foramen');
}

/** Next's own lines name versions and a second address; ours follow when it is ready. */
function withoutBanner(chunk) {
  const kept = String(chunk)
    .split('\n')
    .filter((line) => !/^\s*$|▲ Next|- Local:|- Network:|✓ (Starting|Ready)/.test(line));
  if (kept.length > 0) process.stdout.write(`${kept.join('\n')}\n`);
}
