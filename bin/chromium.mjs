import { accessSync, constants } from 'node:fs';
import { inRoot, say } from './place.mjs';
import { run } from './run.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium: one that is there, else Debian's, else the one that npm ships. */
export async function findChromium() {
  const found = there([process.env.CHROMIUM_PATH, ...PLACES]);
  if (found) return found;
  if (process.getuid?.() === 0 && there(['/usr/bin/apt-get'])) {
    say('Installing Chromium ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, isQuiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, isQuiet: true });
    const installed = there(PLACES);
    if (installed) return installed;
  }
  say('Unpacking the Chromium that npm ships ...');
  const { default: shipped } = await import(inRoot('node_modules/@sparticuz/chromium/build/esm/index.js'));
  return shipped.executablePath();
}

function there(paths) {
  return paths.find((path) => {
    try {
      if (path) accessSync(path, constants.X_OK);
      return Boolean(path);
    } catch {
      return false;
    }
  });
}
