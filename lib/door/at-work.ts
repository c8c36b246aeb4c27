import 'server-only';
import type { Entry } from './door';
import { HOUSE } from './wake-up';

const LOOK_EVERY = 1_000;
const AFTER_A_FAILURE = 30_000;

type Work<S extends string> = { readonly batchId: string; readonly state: S };

/** Work that is longer than a request: one step at a time, each through the door, for as long as there is one; then it is looked for again. Every instance does this, and the database lets one of them at a step: what an instance leaves when it is killed, the next one goes on with. */
export function keepAtWork<S extends string>(
  next: Entry<Work<S> | null>,
  steps: Readonly<Record<S, Entry<{ readonly isWorked: boolean }>>>,
): void {
  const later = (wait: number) => setTimeout(() => void go(), wait).unref();
  async function go() {
    try {
      const work = await next(HOUSE, {});
      const done = work && (await steps[work.state](HOUSE, { batchId: work.batchId }));
      if (done?.isWorked) setImmediate(() => void go());
      else later(LOOK_EVERY);
    } catch (error) {
      const { name = 'unknown', code = 'without a code' } = (error ?? {}) as { name?: string; code?: string };
      console.error(`work on a file failed: ${name}, ${code}`);
      later(AFTER_A_FAILURE);
    }
  }
  void go();
}
