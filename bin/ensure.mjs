import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from './lock.mjs';
import { inRoot, ROOT, say } from './place.mjs';
import { NEXT, run, runNode } from './run.mjs';

const SOURCES = ['app', 'components', 'lib', 'db', 'public'];
const ROOT_FILES = [
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
  'postcss.config.cjs',
  'package-lock.json',
];
/** Compiled parts of packages fit one major version of Node. */
const MACHINE = `${process.version.split('.')[0]} ${process.platform} ${process.arch}`;

/** Installs what package-lock.json says, unless that is what is there. */
export function ensureInstalled() {
  const stamp = inRoot('node_modules', '.foramen-stamp');
  return once('install', stamp, installed, async () => {
    if (isInstalled()) return;
    say('Installing packages ...');
    // Install scripts of strangers are not run; what ours need of them is done in postgres-home.mjs.
    const { code } = await npm([
      'ci',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (code !== 0) throw new Error('npm could not install the packages; its message is above.');
  });
}

/** Builds when a source changed. A failed build is tried once more from clean: a poisoned cache fails every build after it. */
export function ensureBuilt() {
  const stamp = inRoot('.next', '.foramen-stamp');
  return once('build', stamp, sources, async () => {
    say('Building ...');
    if (await build()) return;
    say('The build failed; trying once more from clean ...');
    rmSync(inRoot('.next'), { recursive: true, force: true });
    if (!(await build())) throw new Error('The build failed twice; its message is above.');
  });
}

/** Somebody ran npm themselves, and its own record says the same as the lock. */
function isInstalled() {
  const record = read(inRoot('node_modules', '.package-lock.json'));
  if (!record) return false;
  const there = JSON.parse(record).packages;
  const { '': _, ...wanted } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const isThere = ([place, { version, integrity, optional }]) =>
    there[place] ? there[place].version === version && there[place].integrity === integrity : optional === true;
  return Object.entries(wanted).every(isThere) && Object.keys(there).every((place) => wanted[place]);
}

/** Does the work unless its stamp says that it is done; two commands in one checkout take turns. */
async function once(what, stamp, wanted, work) {
  if (read(stamp) === wanted()) return;
  const lock = await takeTurn(what);
  try {
    const now = wanted();
    if (read(stamp) === now) return;
    // Half a job must not look like the whole one.
    rmSync(stamp, { force: true });
    const began = Date.now();
    await work();
    writeFileSync(stamp, now);
    if (Date.now() - began > 1000) say(`... done in ${Math.round((Date.now() - began) / 1000)} s`);
  } finally {
    lock.release();
  }
}

async function takeTurn(what) {
  const file = join(ROOT, `.foramen-${what}.lock`);
  for (let waited = 0; ; waited++) {
    const lock = takeLock(file, what);
    if (lock.isMine) return lock;
    if (waited === 0) say(`Waiting for the ${what} of process ${lock.held.pid} ...`);
    if (waited > 1200)
      throw new Error(`Process ${lock.held.pid} holds the ${what} for too long. End it or remove ${file}.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function build() {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { code, output } = await runNode([NEXT, 'build'], { env, isQuiet: true });
  if (code !== 0) say(output.split('\n').slice(-40).join('\n'));
  return code === 0;
}

/** npm by its own file where npm started us or lies beside node; else from the PATH. */
function npm(args) {
  const env = { ...process.env, NODE_ENV: 'development' };
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const file = [process.env.npm_execpath ?? '', beside].find((at) => /npm-cli\.c?js$/.test(at) && existsSync(at));
  return file ? runNode([file, ...args], { env }) : run('npm', args, { env });
}

const installed = () => hashOf([inRoot('package-lock.json')]);
const sources = () => hashOf([...SOURCES.flatMap(filesUnder), ...ROOT_FILES.map((file) => inRoot(file))]);

function filesUnder(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256').update(MACHINE);
  for (const file of files)
    if (existsSync(file)) hash.update(`\0${file.slice(ROOT.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
