import type { Verdict } from './candidacy';
import type { Named } from './desk';
import type { AgeBand, Milestone } from './measures';
import type { Stage } from './stages';

/** A number that opens its rows: null where it is held back because few persons stand behind it. */
export type Cell = number | null;
export type PipelineStats = {
  readonly from: string;
  readonly to: string;
  /** Monday of each week, with requests received in it and how many of those were decided. */
  readonly arrivals: readonly { readonly week: string; readonly received: Cell; readonly decided: Cell }[];
  readonly funnel: readonly { readonly milestone: Milestone; readonly count: Cell }[];
  /** Days from one milestone to the next, of requests that reached it; `count` is how many. */
  readonly waits: readonly {
    readonly from: Milestone;
    readonly to: Milestone;
    readonly median: number | null;
    readonly p90: number | null;
    readonly count: Cell;
  }[];
  readonly openByAge: readonly {
    readonly stage: Stage;
    readonly bands: Readonly<Record<AgeBand, Cell>>;
    readonly total: Cell;
    readonly oldestDays: number | null;
  }[];
  readonly reasonsForNo: readonly { readonly code: string; readonly count: Cell }[];
  readonly bySurgeon: readonly {
    readonly surgeon: Named;
    readonly verdicts: Readonly<Record<Verdict, Cell>>;
    readonly total: Cell;
    readonly medianDays: number | null;
  }[];
  readonly bySource: readonly {
    readonly source: string;
    readonly received: Cell;
    readonly complete: Cell;
    readonly decided: Cell;
    readonly candidate: Cell;
  }[];
  /** May the viewer open the rows behind a number? */
  readonly mayOpenRows: boolean;
  readonly now: string;
};
