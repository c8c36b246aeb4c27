import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reachable, startDesk, whyTaken } from './desk.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { takeLock } from './lock.mjs';
import { fail, inRoot, makePlace, say } from './place.mjs';
import { startPostgres } from './postgres.mjs';
import { endRunning, runNode, until, whenTold } from './run.mjs';

/** Runs a clinic until it is told to stop. `kind` is what the data directory is for: one never opens the other's. */
export async function serve({ kind, command, folder, mode = 'start', prepare, ready }) {
  const dataDir = resolve(process.env.FORAMEN_DATA || inRoot(folder));
  const host = process.env.HOST || '127.0.0.1';
  const port = process.env.PORT || '3000';
  const lock = claim(dataDir, kind, command);

  let desk;
  let starting;
  let stopping;
  const halt = new AbortController();
  const stop = (code) => {
    stopping ??= (async () => {
      const last = Date.now() + 9000;
      halt.abort();
      await endRunning();
      await desk?.stop();
      await starting?.then((postgres) => postgres.stop((last - Date.now()) / 1000)).catch(() => {});
      lock.release();
      process.exit(code);
    })();
    return stopping;
  };
  const ended = (sentence) => () => {
    if (stopping) return;
    say(`\n${sentence}`);
    void stop(1);
  };
  whenTold(() => void stop(0));

  try {
    await ensureInstalled();
    if (mode === 'start') await ensureBuilt();
    // A desk whose starter was killed is still putting its things away.
    await free(host, port, lock.wasStale ? 8 : 0);
    const settings = settingsOf({ dataDir, kind, host, port });
    if (!settings.DATABASE_URL && !stopping) {
      say('Starting PostgreSQL ...');
      starting = startPostgres(dataDir, { signal: halt.signal });
      const postgres = await starting;
      postgres.onExit(ended('PostgreSQL ended unexpectedly; start again to recover.'));
      settings.DATABASE_URL = await database(postgres);
    }
    const env = { ...process.env, ...settings };
    if (!stopping) await prepare?.(env);
    if (stopping) return;
    say('Starting the desk ...');
    desk = startDesk({ env, host, port, mode, hear: withoutBanner });
    desk.onExit((code, signal) => ended(`The desk ended unexpectedly (${signal ?? `code ${code}`}).`)());
    if (await desk.isReady()) ready(settings.PUBLIC_URL);
  } catch (error) {
    ended(error.message)();
  }
}

/** A demo never opens a real clinic's directory, nor the reverse; nobody opens one that is open. */
function claim(dataDir, kind, command) {
  const lock = reach(dataDir, () => {
    makePlace(dataDir);
    return takeLock(join(dataDir, 'foramen.lock'), command);
  });
  if (!lock.isMine) {
    const { pid, what, since } = lock.held;
    fail(`${dataDir} is in use by process ${pid} (${what}, since ${since}). Stop that one first.`);
  }
  const marker = join(dataDir, 'kind');
  if (!existsSync(marker)) writeFileSync(marker, kind);
  const found = readFileSync(marker, 'utf8').trim();
  if (found === kind) return lock;
  lock.release();
  return fail(`${dataDir} belongs to a ${found}, not to a ${kind}. Set FORAMEN_DATA to another directory.`);
}

function reach(dataDir, open) {
  try {
    return open();
  } catch (error) {
    return fail(`${dataDir} cannot be used (${error.code}): it must be a folder that this account may write in.`);
  }
}

async function free(host, port, seconds) {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    throw new Error(`PORT is ${port}, and must be 1 to 65535.`);
  let why;
  const isFree = async () => {
    why = await whyTaken(host, port);
    return why !== 'EADDRINUSE';
  };
  await until(isFree, () => false, seconds);
  if (why === 'EADDRINUSE') throw new Error(`Port ${port} is taken by another program. Set PORT to another.`);
  if (why)
    throw new Error(
      `Cannot listen on ${host}, port ${port} (${why}). Set HOST and PORT to an address of this machine.`,
    );
}

function settingsOf({ dataDir, kind, host, port }) {
  const secret = process.env.FORAMEN_SECRET || keptSecret(join(dataDir, 'secret'));
  if (secret.length < 32) throw new Error('FORAMEN_SECRET is too short: give it at least 32 random characters.');
  if (process.env.DATABASE_URL && !process.env.FORAMEN_SECRET)
    say('If several instances serve this database, give all of them the same FORAMEN_SECRET.');
  return {
    DATABASE_URL: process.env.DATABASE_URL || undefined,
    FORAMEN_SECRET: secret,
    FORAMEN_DATA: dataDir,
    FORAMEN_DEMO: kind === 'demo' ? '1' : '0',
    PUBLIC_URL: process.env.PUBLIC_URL || `http://${addressed(reachable(host))}:${port}`,
  };
}

const addressed = (host) => (host.includes(':') ? `[${host}]` : host);

/** Made at the first start and kept to its owner. */
function keptSecret(file) {
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '')
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function database(postgres) {
  const env = { ...process.env, SERVER_URL: postgres.urlOf('postgres') };
  const { code, output } = await runNode([inRoot('bin', 'create-database.mjs'), 'foramen'], { env, isQuiet: true });
  if (code !== 0) throw new Error(`The database could not be created:\n${output}`);
  return postgres.urlOf('foramen');
}

/** Next's own lines name versions and a second address; ours follow when it is ready. */
function withoutBanner(chunk, terminal) {
  const kept = String(chunk)
    .split('\n')
    .filter((line) => !/▲ Next|- Local:|- Network:|✓ (Starting|Ready|Running)/.test(line));
  if (kept.some((line) => line.trim() !== '')) terminal.write(kept.join('\n'));
}
