import { VERDICTS, type Verdict } from './candidacy';
import { SMALLEST_CELL } from './masks';
import { AGE_BANDS, type AgeBand, type Milestone } from './measures';
import { OPEN_STAGES, type Stage } from './stages';
import type { Cell, PipelineStats } from './stats-shown';
import { dayAfter } from './working-time';

export type WaitSpan = { readonly from: Milestone; readonly to: Milestone };
/** Between neighbours, and the one the person feels. */
export const WAIT_SPANS: readonly WaitSpan[] = [
  { from: 'received', to: 'complete' },
  { from: 'complete', to: 'decided' },
  { from: 'decided', to: 'informed' },
  { from: 'informed', to: 'consult' },
  { from: 'consult', to: 'procedure' },
  { from: 'received', to: 'informed' },
];

/** What was counted, before anything is held back. */
export type Counted = {
  readonly reached: readonly { readonly milestone: Milestone; readonly count: number }[];
  readonly waits: readonly (WaitSpan & {
    readonly count: number;
    readonly median: number | null;
    readonly p90: number | null;
  })[];
  readonly weeks: readonly { readonly week: string; readonly received: number; readonly decided: number }[];
  readonly sources: readonly {
    readonly source: string;
    readonly received: number;
    readonly complete: number;
    readonly decided: number;
    readonly candidate: number;
  }[];
  readonly ages: readonly {
    readonly stage: Stage;
    readonly band: AgeBand;
    readonly count: number;
    readonly oldestDays: number;
  }[];
  readonly surgeons: readonly {
    readonly id: string;
    readonly name: string;
    readonly verdict: Verdict | null;
    readonly count: number;
    readonly medianDays: number | null;
  }[];
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
};
type Asked = Pick<PipelineStats, 'from' | 'to' | 'mayOpenRows' | 'now'>;

/** The page of numbers. Who may not open the rows does not see the cells that could point at one person. */
export function statsShown(asked: Asked, counted: Counted): PipelineStats {
  const cell = (count: number): Cell => (asked.mayOpenRows || count >= SMALLEST_CELL ? count : null);
  const beside = (count: number, measure: number | null) => (cell(count) === null ? null : measure);
  return {
    ...asked,
    arrivals: weeksBetween(asked.from, asked.to).map((week) => {
      const row = counted.weeks.find((one) => one.week === week);
      return { week, received: cell(row?.received ?? 0), decided: cell(row?.decided ?? 0) };
    }),
    funnel: counted.reached.map(({ milestone, count }) => ({ milestone, count: cell(count) })),
    waits: counted.waits.map(({ from, to, count, median, p90 }) => ({
      from,
      to,
      median: beside(count, median),
      p90: beside(count, p90),
      count: cell(count),
    })),
    openByAge: openByAge(counted.ages, cell, beside),
    reasonsForNo: counted.reasons.map(({ code, count }) => ({ code, count: cell(count) })),
    bySurgeon: bySurgeon(counted.surgeons, cell, beside),
    bySource: counted.sources.map(({ source, ...row }) => ({
      source,
      received: cell(row.received),
      complete: cell(row.complete),
      decided: cell(row.decided),
      candidate: cell(row.candidate),
    })),
  };
}

/** Mondays of the weeks that hold a day from `from` to `to`. */
export function weeksBetween(from: string, to: string): string[] {
  const weeks: string[] = [];
  for (let week = mondayOf(from); week <= to; week = dayAfter(week, 7)) weeks.push(week);
  return weeks;
}

export function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

type ToCell = (count: number) => Cell;
type Beside = (count: number, measure: number | null) => number | null;
const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);

function openByAge(ages: Counted['ages'], cell: ToCell, beside: Beside): PipelineStats['openByAge'] {
  return OPEN_STAGES.map((stage) => {
    const rows = ages.filter((row) => row.stage === stage);
    const total = sum(rows);
    const bands = AGE_BANDS.map(({ code }) => [code, cell(sum(rows.filter(({ band }) => band === code)))]);
    return {
      stage,
      bands: Object.fromEntries(bands) as Record<AgeBand, Cell>,
      total: cell(total),
      oldestDays: beside(total, total > 0 ? Math.max(...rows.map((row) => row.oldestDays)) : null),
    };
  });
}

function bySurgeon(surgeons: Counted['surgeons'], cell: ToCell, beside: Beside): PipelineStats['bySurgeon'] {
  return surgeons
    .filter(({ verdict }) => verdict === null)
    .map(({ id, name, count, medianDays }) => {
      const verdicts = VERDICTS.map((verdict) => [
        verdict,
        cell(sum(surgeons.filter((row) => row.id === id && row.verdict === verdict))),
      ]);
      return {
        surgeon: { id, name },
        verdicts: Object.fromEntries(verdicts) as Record<Verdict, Cell>,
        total: cell(count),
        medianDays: beside(count, medianDays),
      };
    });
}
