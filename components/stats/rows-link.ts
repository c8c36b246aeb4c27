import type { PipelineStats } from '@/lib/domain/stats-shown';

/** The list that a number counts: the same days, source and surgeon, and what sets the number apart. */
export type Narrowed = Readonly<Record<string, string>>;
/** `isOfAnyDay`: what is open is counted whenever it was received. */
export type ToRows = (narrowed?: Narrowed, isOfAnyDay?: boolean) => string | null;

export function rowsOf(stats: PipelineStats, shared: Narrowed): ToRows {
  if (!stats.mayOpenRows) return () => null;
  const days = { from: stats.from, to: stats.to };
  return (narrowed = {}, isOfAnyDay = false) =>
    `/requests?${new URLSearchParams({ view: 'all', ...(isOfAnyDay ? {} : days), ...shared, ...narrowed })}`;
}
