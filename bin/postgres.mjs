import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isAlive } from './lock.mjs';
import { say } from './place.mjs';
import { binaries, readableHome, unprivileged } from './postgres-home.mjs';
import { run, until } from './run.mjs';

/** Starts (or recovers) the embedded PostgreSQL of a data directory. One a directory, never two. */
export async function startPostgres(dataDir, { port = 0 } = {}) {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const owner = unprivileged();
  const home = readableHome(dataDir, owner);
  const bin = binaries(owner);
  const cluster = join(home, 'postgres');
  await stopLeftover(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await create(bin, cluster, home, owner);

  const password = readFileSync(join(home, 'postgres.password'), 'utf8').trim();
  const chosen = port || (await freePort());
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      cluster,
      '-p',
      String(chosen),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...settings(),
    ],
    { ...owner, env: environment(bin), cwd: home, stdio: ['ignore', log, log], detached: true },
  );

  const gone = () => server.exitCode !== null || server.signalCode !== null;
  const isUp = await until(() => accepts(cluster), gone, 60);
  if (!isUp) throw new Error(`PostgreSQL did not start; see ${join(home, 'postgres.log')}`);
  const urlOf = (name) => `postgres://foramen:${password}@127.0.0.1:${chosen}/${name}`;
  return {
    urlOf,
    pid: server.pid,
    home,
    isGone: gone,
    onExit: (tell) => server.once('exit', tell),
    stop: () => stop(server),
  };
}

/** No statement text in the log: it may name a person. */
function settings() {
  const wanted = {
    shared_buffers: '256MB',
    max_connections: 120,
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_min_messages: 'warning',
    timezone: 'UTC',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Made beside its place and moved in when whole, so that a kill half-way leaves nothing. */
async function create(bin, cluster, home, owner) {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const passwordFile = join(home, 'postgres.password');
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (owner.uid !== undefined) await run('chown', [`${owner.uid}:${owner.gid}`, passwordFile]);
  const made = await asOwner(
    join(bin, 'initdb'),
    [
      '-D',
      draft,
      '-U',
      'foramen',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--data-checksums',
    ],
    bin,
    home,
    owner,
  );
  if (made.code !== 0) throw new Error(`initdb failed:\n${made.output}`);
  await run('mv', [draft, cluster]);
}

function asOwner(command, args, bin, cwd, owner) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...owner, cwd, env: environment(bin), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A server whose starter was killed goes on without it: it is ended in order, its data are whole. */
async function stopLeftover(cluster) {
  const pid = postmasterOf(cluster);
  if (!pid) return;
  say(`Ending the PostgreSQL that an earlier start left behind (process ${pid}) ...`);
  process.kill(pid, 'SIGINT');
  if (
    !(await until(
      () => !isAlive(pid),
      () => false,
      30,
    ))
  )
    process.kill(pid, 'SIGKILL');
}

/** The live server of this directory, and not a stranger that got its number. */
function postmasterOf(cluster) {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isAlive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster) ? pid : null;
  } catch {
    return null;
  }
}

/** The eighth line of postmaster.pid says "ready" once connections are taken. */
function accepts(cluster) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), 5000);
  await gone;
  clearTimeout(timer);
}

const environment = (bin) => ({
  PATH: process.env.PATH,
  LD_LIBRARY_PATH: join(bin, '..', 'lib'),
  LC_ALL: 'C',
  TZ: 'UTC',
});

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });
}

/** Keeps a secret file to its owner. */
export function keepSecret(file, make) {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
