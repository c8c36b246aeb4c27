import { spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePlace } from './place.mjs';
import { freePort } from './postgres.mjs';
import { accountOf } from './postgres-home.mjs';

const INSTALLED = '/usr/lib/postgresql';

/** The newest PostgreSQL (15 or later) that Debian installed, or null. */
export function findSystemPostgres() {
  if (!existsSync(INSTALLED)) return null;
  const versions = readdirSync(INSTALLED)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(join(INSTALLED, String(version), 'bin/initdb')));
  return versions.length > 0 ? Math.max(...versions) : null;
}

/** A throw-away cluster for tests. */
export async function startSystemPostgres(version, home) {
  const owner = accountOf(home);
  makePlace(home);
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid);
  const call = (command, args) => runAs(owner, home, join(INSTALLED, String(version), 'bin', command), args);
  const cluster = join(home, 'cluster');
  const port = await freePort();
  const unsafe = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= ${unsafe}`;
  await call('initdb', ['-D', cluster, '-U', 'foramen', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  await call('pg_ctl', ['-D', cluster, '-w', '-l', join(home, 'postgres.log'), '-o', settings, 'start']);
  return {
    words: `PostgreSQL ${version} (Debian)`,
    home,
    urlOf: (name) => `postgres://foramen@127.0.0.1:${port}/${name}`,
    stop: async () => {
      if (existsSync(join(cluster, 'postmaster.pid')))
        await call('pg_ctl', ['-D', cluster, '-m', 'fast', '-w', 'stop']);
    },
  };
}

/** Somebody else's server, with the right to create databases. */
export async function givenPostgres(url) {
  return { urlOf: (name) => Object.assign(new URL(url), { pathname: `/${name}` }).href, stop: async () => {} };
}

function runAs(owner, cwd, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...owner, cwd, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} failed: ${said}`))));
  });
}
