import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { inRoot, ROOT } from './place.mjs';
import { end, hasEnded, until } from './run.mjs';

/** Left to itself a heap grows with the machine before it is cleaned, to a gigabyte and more; the desk does as much with a quarter of one. NODE_OPTIONS may say otherwise. */
const SMALL_HEAP = ['--max-old-space-size=256', '--max-semi-space-size=8'];
const heapOf = (mode, env) =>
  mode === 'start' && !/max-old-space-size/.test(env.NODE_OPTIONS ?? '') ? SMALL_HEAP : [];

/** Longer than a proxy keeps a connection that is idle: it must never write into one that we are closing. */
const keptAlive = (mode) => (mode === 'start' ? ['--keepAliveTimeout', '75000'] : []);

/** The Next server of one instance, its output given to `hear`. */
export function startDesk({ env, host, port, mode = 'start', hear }) {
  const app = spawn(
    process.execPath,
    [...heapOf(mode, env), inRoot('bin', 'with-starter.mjs'), mode, '-H', host, '-p', String(port), ...keptAlive(mode)],
    {
      cwd: ROOT,
      env: {
        MALLOC_ARENA_MAX: '2',
        ...env,
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own: ctrl-c comes to it from us, once.
      detached: true,
    },
  );
  app.stdin.on('error', () => {});
  app.stdout.on('data', (chunk) => hear(chunk, process.stdout));
  app.stderr.on('data', (chunk) => hear(chunk, process.stderr));
  return {
    pid: app.pid,
    onExit: (tell) => app.once('exit', tell),
    /** As long as it lives: a large migration may take its time. */
    isReady: () =>
      until(
        () => isReady(host, port, env.PUBLIC_URL),
        () => hasEnded(app),
        3600,
      ),
    stop: () => end(app, 'SIGTERM', 6),
  };
}

/** Why this address cannot be listened on, or null. */
export function whyTaken(host, port) {
  return new Promise((resolve) => {
    const probe = createServer()
      .on('error', ({ code }) => resolve(code))
      .listen({ host, port: Number(port), exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** Asked at our own address under the public name, as the desk answers to no other. */
function isReady(host, port, publicUrl) {
  return new Promise((resolve) => {
    const asked = request(
      {
        host: reachable(host),
        port,
        path: '/api/ready',
        headers: { host: new URL(publicUrl).host },
        timeout: 2000,
        agent: false,
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      },
    );
    asked
      .on('timeout', () => asked.destroy())
      .on('error', () => resolve(false))
      .end();
  });
}

export const reachable = (host) => (/^(0\.0\.0\.0|::|\*)$/.test(host) ? '127.0.0.1' : host);
