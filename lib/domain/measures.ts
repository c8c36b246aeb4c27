const DAY = 86_400_000;

/** The p-quantile by linear interpolation between closest ranks, as PostgreSQL's percentile_cont; null of nothing. */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export type Bucket = { readonly bucket: number; readonly rows: number };
export type Place = { readonly bucket: number; readonly nth: number };

/** Where the p-quantile lies when only the sizes of the buckets are known, lowest first: its lower and its upper neighbour, and how far it is between them. */
export function placesOf(buckets: readonly Bucket[], p: number): { low: Place; high: Place; between: number } | null {
  const total = buckets.reduce((sum, { rows }) => sum + rows, 0);
  if (total === 0) return null;
  const at = p * (total - 1);
  return { low: placeOf(buckets, Math.floor(at)), high: placeOf(buckets, Math.ceil(at)), between: at - Math.floor(at) };
}

function placeOf(buckets: readonly Bucket[], rank: number): Place {
  let nth = rank;
  for (const { bucket, rows } of buckets) {
    if (nth < rows) return { bucket, nth };
    nth -= rows;
  }
  throw new Error('a rank beyond what was counted');
}

/** Days from one instant to another, as a fraction. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY;
}

/** Ages of open requests, in whole days since received: the lower bound of each, the last is open-ended. */
export const AGE_BANDS = [
  { code: '0-2', from: 0, to: 3 },
  { code: '3-7', from: 3, to: 8 },
  { code: '8-14', from: 8, to: 15 },
  { code: '15-30', from: 15, to: 31 },
  { code: '31-90', from: 31, to: 91 },
  { code: '91+', from: 91, to: null },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number]['code'];

export const MILESTONES = ['received', 'complete', 'decided', 'informed', 'consult', 'procedure'] as const;
export type Milestone = (typeof MILESTONES)[number];
