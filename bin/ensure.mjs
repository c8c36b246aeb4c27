import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from './lock.mjs';
import { fail, inRoot, ROOT, say } from './place.mjs';
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

/** Installs what package-lock.json says, unless that is what is there. */
export async function ensureInstalled() {
  await alone('install', async () => {
    const stamp = inRoot('node_modules', '.foramen-stamp');
    const wanted = hashOf([inRoot('package-lock.json')], process.version, process.platform, process.arch);
    if (read(stamp) === wanted) return;
    say('Installing packages ...');
    const { code } = await npm(['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) fail('npm could not install the packages; its message is above.');
    writeFileSync(stamp, wanted);
  });
}

/** Builds when a source changed. A failed build is tried once more from clean: a poisoned cache fails every build after it. */
export async function ensureBuilt() {
  await alone('build', async () => {
    const stamp = inRoot('.next', '.foramen-stamp');
    const wanted = hashOf(
      [...SOURCES.flatMap(filesUnder), ...ROOT_FILES.map((file) => inRoot(file)).filter(existsSync)],
      process.version,
    );
    if (read(stamp) === wanted) return;
    say('Building ...');
    if (!(await build())) {
      say('The build failed; trying once more from clean ...');
      rmSync(inRoot('.next'), { recursive: true, force: true });
      if (!(await build(true))) fail('The build failed twice; its message is above.');
    }
    writeFileSync(stamp, wanted);
  });
}

async function build(isLoud = false) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { code, output } = await runNode([NEXT, 'build'], { env, isQuiet: !isLoud });
  if (code !== 0 && !isLoud) say(output.split('\n').slice(-30).join('\n'));
  return code === 0;
}

/** npm by its own file where npm started us, as Windows and odd PATHs need; else from the PATH. */
function npm(args) {
  const env = { ...process.env, NODE_ENV: 'development' };
  const file = process.env.npm_execpath;
  return file?.endsWith('.js') ? runNode([file, ...args], { env }) : run('npm', args, { env });
}

/** Two commands in one checkout take turns. */
async function alone(what, work) {
  const file = join(ROOT, `.foramen-${what}.lock`);
  for (let waited = 0; ; waited++) {
    const lock = takeLock(file, what);
    if (lock.isMine) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (waited === 0) say(`Waiting for the ${what} of process ${lock.held.pid} ...`);
    if (waited > 1200) fail(`Process ${lock.held.pid} holds the ${what} for too long. End it or remove ${file}.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function filesUnder(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true })
    .map((file) => inRoot(folder, String(file)))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function hashOf(files, ...more) {
  const hash = createHash('sha256').update(more.join(' '));
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function read(file) {
  mkdirSync(dirname(dirname(file)), { recursive: true });
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
