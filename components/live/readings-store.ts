import type { Readings } from '@/lib/domain/reading';

const AGAIN = 30_000;
const AT_MOST_EVERY = 1_000;

/** When it was asked, by this tab's own clock: the clinic's goes on from there. */
export type Known = { readonly readings: Readings; readonly askedAt: number };

/** Who reads what, asked for once a tab and only while a request that somebody may read is on the screen. */
export function readingsStore() {
  let known: Known = { readings: { items: [], now: new Date(0).toISOString() }, askedAt: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const watched = new Set<ReadonlySet<string>>();
  const listeners = new Set<() => void>();

  async function ask() {
    timer = undefined;
    last = performance.now();
    if (watched.size === 0) return;
    const answer = document.hidden ? null : await fetch('/api/v1/readings', { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) {
      known = { readings: (await answer.json()) as Readings, askedAt: performance.now() };
      for (const tell of listeners) tell();
    }
    timer ??= setTimeout(ask, AGAIN);
  }
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(ask, Math.max(0, last + AT_MOST_EVERY - performance.now()));
  }
  return {
    now: () => known,
    subscribe: (tell: () => void) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    watch: (ids: ReadonlySet<string>) => {
      watched.add(ids);
      soon();
      return () => void watched.delete(ids);
    },
    hear: (ids: readonly string[]) => {
      if ([...watched].some((shown) => ids.some((id) => shown.has(id)))) soon();
    },
    stop: () => clearTimeout(timer),
  };
}
export type ReadingsStore = ReturnType<typeof readingsStore>;
