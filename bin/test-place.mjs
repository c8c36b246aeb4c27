import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './place.mjs';
import { forgetUnder } from './postgres-home.mjs';
import { endRunning, whenTold } from './run.mjs';

/** A folder for one run of tests, the servers that run in it, and the score. All gone at the end, also when interrupted. */
export function openPlace(name) {
  const work = mkdtempSync(join(realpathSync(tmpdir()), `foramen-${name}-`));
  // PostgreSQL's account passes through it when we are root.
  chmodSync(work, 0o711);
  const servers = [];
  const total = { passed: 0, failed: 0, skipped: 0 };
  let closing;

  const close = () => {
    closing ??= (async () => {
      // Clinics that tests have started stop in order.
      await endRunning(10);
      for (const starting of servers.reverse()) {
        const server = await starting.catch(() => null);
        await server?.stop();
        if (server?.home) rmSync(server.home, { recursive: true, force: true });
      }
      forgetUnder(work);
      rmSync(work, { recursive: true, force: true });
    })();
    return closing;
  };
  whenTold(() => void close().then(() => process.exit(130)));
  /** After an interruption nothing new begins; the process is about to end. */
  const unlessClosing = () => (closing ? new Promise(() => {}) : undefined);

  return {
    work,
    async keep(starting) {
      servers.push(starting);
      const server = await starting;
      await unlessClosing();
      return server;
    },
    async step(title, suite) {
      await unlessClosing();
      const began = Date.now();
      say(`\n== ${title}`);
      const { passed, failed, skipped = 0 } = await suite();
      await unlessClosing();
      total.passed += passed;
      total.failed += failed;
      total.skipped += skipped;
      say(`== ${title}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`);
    },
    /** Runs the steps; whatever else goes wrong in them has failed too. */
    async run(steps) {
      try {
        await steps();
      } catch (error) {
        await unlessClosing();
        total.failed++;
        say(`\n${error.stack}`);
      }
      await close();
      say(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
      process.exit(total.failed > 0 ? 1 : 0);
    },
  };
}
