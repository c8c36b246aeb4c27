import { readdirSync, readFileSync } from 'node:fs';

export type Spread = { readonly p50: number; readonly p95: number; readonly perSecond: number; readonly count: number };

/** The work again and again by so many at once, for so long, after a warm-up. Milliseconds. */
export async function measure(
  clients: number,
  seconds: number,
  work: (nth: number) => Promise<unknown>,
): Promise<Spread> {
  let nth = 0;
  const rounds = async (until: number, keep?: (ms: number) => void) => {
    while (performance.now() < until) {
      const began = performance.now();
      await work(nth++);
      keep?.(performance.now() - began);
    }
  };
  const all = (until: number, keep?: (ms: number) => void) =>
    Promise.all(Array.from({ length: clients }, () => rounds(until, keep)));
  await all(performance.now() + Math.min(1_000, seconds * 250));
  const took: number[] = [];
  const began = performance.now();
  await all(began + seconds * 1_000, (ms) => took.push(ms));
  return spreadOf(took, (performance.now() - began) / 1_000);
}

/** What can be done only so often: so many times in all, by so many at once, each of them counted. */
export async function measureSome(clients: number, times: number, work: () => Promise<unknown>): Promise<Spread> {
  let left = times;
  const took: number[] = [];
  const began = performance.now();
  const rounds = async () => {
    while (left-- > 0) {
      const from = performance.now();
      await work();
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, rounds));
  return spreadOf(took, (performance.now() - began) / 1_000);
}

export function spreadOf(took: readonly number[], seconds: number): Spread {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), perSecond: sorted.length / seconds, count: sorted.length };
}

/** Megabytes held by a server and all that it started, which share its process group. */
export function memoryOf(group: number): number {
  const kilobytes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const stat = read(`/proc/${pid}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(stat[2]) === group ? Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) : 0;
    });
  return kilobytes.reduce((all, one) => all + one, 0) / 1_024;
}

/** A process may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
