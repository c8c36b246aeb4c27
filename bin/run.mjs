import { spawn } from 'node:child_process';
import { ROOT } from './place.mjs';

const running = new Set();

/** Runs to the end. Output is passed on unless `isQuiet`, then it is kept and returned. */
export function run(command, args, { env = process.env, isQuiet = false, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const output = isQuiet ? 'pipe' : 'inherit';
    // A group of its own: it ends when we say so, with everything it started.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output], detached: true });
    running.add(child);
    let said = '';
    const keep = (chunk) => {
      said += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 1, signal, output: said });
    });
  });
}

export const runNode = (args, options) => run(process.execPath, args, options);

/** Next by its own file: a signal to npx would leave the server running. */
export const NEXT = 'node_modules/next/dist/bin/next';

/** `stop` is called once, however often the terminal, npm and the system say it. */
export function whenTold(stop) {
  let isTold = false;
  const tell = () => {
    if (!isTold) stop();
    isTold = true;
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, tell);
  // npm tells the shell between us, which may end without passing it on.
  const starter = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== starter && tell(), 250).unref();
}

/** Ends what `run` started and what that started in turn. */
export async function endRunning(seconds = 2) {
  await Promise.all(
    [...running].map(async ({ pid }) => {
      const tell = (signal) => {
        try {
          return process.kill(-pid, signal);
        } catch {
          return false;
        }
      };
      tell('SIGTERM');
      const isGone = () => !tell(0);
      if (!(await until(isGone, () => false, seconds))) tell('SIGKILL');
    }),
  );
}

/** Asks until `ok`, the child is gone, or time is over. */
export async function until(ok, isGone, seconds) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await ok()) return true;
    if (isGone() || Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/** Ends a child politely, then not. */
export async function end(child, signal, seconds, last = 'SIGKILL') {
  if (hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill(last), seconds * 1000);
  await gone;
  clearTimeout(timer);
}
