import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { unprivileged } from './postgres-home.mjs';

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
  const owner = unprivileged();
  const bin = join(INSTALLED, String(version), 'bin');
  mkdirSync(home, { recursive: true, mode: 0o777 });
  spawnSync('chmod', ['777', home]);
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
  const cluster = join(home, 'cluster');
  call(bin, 'initdb', ['-D', cluster, '-U', 'foramen', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], owner, home);
  call(
    bin,
    'pg_ctl',
    [
      '-D',
      cluster,
      '-w',
      '-l',
      join(cluster, 'log'),
      '-o',
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`,
      'start',
    ],
    owner,
    home,
  );
  return {
    words: `PostgreSQL ${version} (Debian)`,
    urlOf: (name) => `postgres://foramen@127.0.0.1:${port}/${name}`,
    stop: async () => {
      if (existsSync(join(cluster, 'postmaster.pid')))
        call(bin, 'pg_ctl', ['-D', cluster, '-m', 'fast', '-w', 'stop'], owner, home);
    },
  };
}

function call(bin, command, args, owner, cwd) {
  const { status, stderr } = spawnSync(join(bin, command), args, {
    ...owner,
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}
