import type { PipelineStats } from '@/lib/domain/desk';

/** The list that a number counts: the same days, source and surgeon, and what sets the number apart. */
export type Narrowed = Readonly<Record<string, string>>;
export type ToRows = (narrowed?: Narrowed) => string | null;

export function rowsOf(stats: PipelineStats, shared: Narrowed): ToRows {
  if (!stats.mayOpenRows) return () => null;
  return (narrowed = {}) =>
    `/requests?${new URLSearchParams({ view: 'all', from: stats.from, to: stats.to, ...shared, ...narrowed })}`;
}
