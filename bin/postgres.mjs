import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { takeLock } from './lock.mjs';
import { makePlace } from './place.mjs';
import { homeOf, programs } from './postgres-home.mjs';
import { endLeftover } from './postgres-leftover.mjs';
import { end, hasEnded, until } from './run.mjs';

/** Starts (or recovers) the embedded PostgreSQL of a data directory. One a directory, never two. `isThrownAway`: its data need not outlive a crash. Aborted by `signal` it is ended as soon as it started to start. */
export async function startPostgres(folder, { isThrownAway = false, signal } = {}) {
  const dataDir = resolve(folder);
  makePlace(dataDir);
  const { home, owner } = homeOf(dataDir);
  const lock = takeLock(join(home, 'postgres.lock'), 'PostgreSQL');
  if (!lock.isMine) throw new Error(`The database in ${home} is in use by process ${lock.held.pid}.`);
  try {
    return await serve(home, owner, lock, isThrownAway, signal);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function serve(home, owner, lock, isThrownAway, signal) {
  const bin = programs(owner);
  const cluster = join(home, 'postgres');
  if (existsSync(cluster)) await endLeftover(cluster);
  else await create(bin, cluster, home, owner);

  const password = readFileSync(join(home, 'postgres.password'), 'utf8').trim();
  const port = await freePort();
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  // A group of its own: ctrl-c is for the desk first.
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, '-p', String(port), ...settings(isThrownAway)], {
    ...owner,
    env: environment(bin),
    cwd: home,
    stdio: ['ignore', log, log],
    detached: true,
  });
  let mishap = null;
  server.on('error', (error) => {
    mishap = error;
  });
  // After a crash it first replays its log, however long that takes.
  const isUp = await until(
    () => isReady(cluster, server.pid),
    () => mishap !== null || hasEnded(server) || signal?.aborted,
    900,
  );
  if (!isUp && signal?.aborted) {
    await end(server, 'SIGINT', 4, 'SIGQUIT');
    throw new Error('PostgreSQL was stopped while it started.');
  }
  if (!isUp)
    throw new Error(`PostgreSQL did not start: ${mishap?.message ?? ''}\n${lastLines(join(home, 'postgres.log'))}`);
  return {
    urlOf: (name) => `postgres://foramen:${password}@127.0.0.1:${port}/${name}`,
    home,
    onExit: (tell) => server.once('exit', tell),
    stop: async (seconds = 8) => {
      // Fast shutdown; if that hangs, an immediate one, after which the next start replays the log.
      await end(server, 'SIGINT', seconds, 'SIGQUIT');
      lock.release();
    },
  };
}

/** No statement text in the log: it may name a person. */
function settings(isThrownAway) {
  const isSafe = isThrownAway ? 'off' : 'on';
  const wanted = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: 120,
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_min_messages: 'warning',
    timezone: 'UTC',
    fsync: isSafe,
    synchronous_commit: isSafe,
    full_page_writes: isSafe,
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Made beside its place and moved in when whole, so that a kill half-way leaves nothing. */
async function create(bin, cluster, home, owner) {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const passwordFile = join(home, 'postgres.password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (owner.uid !== undefined) chownSync(passwordFile, owner.uid, owner.gid);
  const words = [
    '-D',
    draft,
    '-U',
    'foramen',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  words.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--data-checksums');
  const { code, output } = await asOwner(join(bin, 'initdb'), words, { ...owner, cwd: home, env: environment(bin) });
  if (code !== 0) throw new Error(`The database could not be made:\n${output}`);
  renameSync(draft, cluster);
}

function asOwner(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Its own file says so: the eighth line once connections are taken; before that it may be of a server that was killed. */
function isReady(cluster, pid) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');

const environment = (bin) => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LD_LIBRARY_PATH: join(bin, '..', 'lib'),
  LC_ALL: 'C',
  TZ: 'UTC',
});

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });
}
