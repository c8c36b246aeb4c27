import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot, say } from './place.mjs';
import { run } from './run.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium that runs: one that is there, else Debian's, else the one that npm ships. */
export async function findChromium() {
  const found = [process.env.CHROMIUM_PATH, ...PLACES].find(runs) ?? (await installed()) ?? (await shipped());
  if (!found) throw new Error('No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH.');
  return found;
}

/** A file of that name may be a stub, or lack its libraries: it has to say its version. */
function runs(path) {
  return (
    Boolean(path) &&
    existsSync(path) &&
    spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
  );
}

async function installed() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('Installing Chromium ...');
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, isQuiet: true };
  const patience = ['-qq', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];
  await run('apt-get', [...patience, 'update'], quiet);
  await run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', 'chromium'], quiet);
  return PLACES.find(runs);
}

/** Unpacked into the checkout, not into a /tmp where anybody could have put another. */
async function shipped() {
  say('Unpacking the Chromium that npm ships ...');
  const place = inRoot('node_modules', '.cache', 'chromium');
  mkdirSync(place, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = place;
  // Makes it bring its own libraries and fonts, for a machine that has neither.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import(
      pathToFileURL(inRoot('node_modules/@sparticuz/chromium/build/esm/index.js')).href
    );
    const path = await chromium.executablePath();
    return runs(path) ? path : undefined;
  } finally {
    delete process.env.AWS_EXECUTION_ENV;
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
