/** Failures older than this no longer count. */
export const FAILURE_MEMORY = 15 * 60_000;

/** Tries that are free, and the longest wait after them, in milliseconds. */
type Limit = { readonly free: number; readonly longest: number };
/** One attacker at one address is slowed soon; many addresses against one account later, and less, so that its owner still gets in. */
export const AT_ADDRESS: Limit = { free: 5, longest: 60_000 };
export const AT_ACCOUNT: Limit = { free: 50, longest: 10_000 };

type Failures = { readonly failures: number; readonly lastAt: Date } | undefined;

/** Milliseconds until the next try is heard, doubling with each failure. It never locks for good. */
export function waitBefore(known: Failures, limit: Limit, now: Date): number {
  if (!known || known.failures < limit.free || now.getTime() - known.lastAt.getTime() > FAILURE_MEMORY) return 0;
  const wait = Math.min(limit.longest, 1_000 * 2 ** (known.failures - limit.free));
  return Math.max(0, known.lastAt.getTime() + wait - now.getTime());
}

/** One login per person, however it is typed (homoglyphs of the full-width kind and case fold together). */
export function foldEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}
