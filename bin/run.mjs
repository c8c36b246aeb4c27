import { spawn } from 'node:child_process';
import { ROOT } from './place.mjs';

/** Runs to the end. Output is passed on unless `isQuiet`, then it is kept and returned. */
export function run(command, args, { env = process.env, isQuiet = false, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

export const runNode = (args, options) => run(process.execPath, args, options);

/** Next by its own file: a signal to npx would leave the server running. */
export const NEXT = 'node_modules/next/dist/bin/next';

/** Asks until `ok`, the child is gone, or time is over. */
export async function until(ok, isGone, seconds) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await ok()) return true;
    if (isGone()) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

export async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** Ends a child politely, then not. */
export async function end(child, signal, seconds) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  await gone;
  clearTimeout(timer);
}
