/** Failures older than this no longer count. */
const FAILURE_MEMORY = 15 * 60_000;

/** Tries that are free, then the first and the longest wait, in milliseconds. */
type Limit = {
  readonly free: number;
  readonly first: number;
  readonly longest: number;
  /** How long a failure counts, where it is not the quarter of an hour. */
  readonly memory?: number;
};
/** One attacker at one address is slowed soon; many addresses against one account later, and less. Where its owner has signed in from before, only the address counts: an attack from elsewhere does not hold them out. */
export const AT_ADDRESS: Limit = { free: 5, first: 4_000, longest: 60_000 };
export const AT_ACCOUNT: Limit = { free: 50, first: 1_000, longest: 10_000 };
/** A date of birth has few values: a slip of the hand or four are free, and then it is some tries a day. */
export const AT_PERSON_LINK: Limit = { free: 5, first: 60_000, longest: 4 * 3_600_000, memory: 86_400_000 };

export type Failures = { readonly failures: number; readonly lastAt: Date };

export function failuresNow({ failures, lastAt }: Failures, now: Date, memory = FAILURE_MEMORY): number {
  return now.getTime() - lastAt.getTime() > memory ? 0 : failures;
}

/** Milliseconds until the next try is heard, doubling with each failure. It never locks for good. */
export function waitBefore(known: Failures, limit: Limit, now: Date): number {
  const failures = failuresNow(known, now, limit.memory);
  if (failures < limit.free) return 0;
  const wait = Math.min(limit.longest, limit.first * 2 ** (failures - limit.free));
  return Math.max(0, known.lastAt.getTime() + wait - now.getTime());
}

/** One login per person, however it is typed (homoglyphs of the full-width kind and case fold together). */
export function foldEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Where to go after signing in: only a page of this desk, and never with the words of a search. */
export function pathBack(from: string | undefined): string | undefined {
  if (!from?.startsWith('/') || /^\/\/|^\/(sign-in|api)(?![\w-])|[\p{Cc}\\]/u.test(from)) return undefined;
  const [path = '', search = ''] = from.split('?', 2);
  const kept = search.split('&').filter((one) => one && !/^(q|%71)(=|$)/i.test(one));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}
