import Link from 'next/link';
import { SMALLEST_CELL } from '@/lib/domain/masks';
import type { Cell } from '@/lib/domain/stats-shown';
import classes from './stats.module.css';

const GROUPED = new Intl.NumberFormat('en-US');

/** A count that opens its rows; `of` says what it counts to who does not see the table. */
export function Count({ count, rows, of }: { count: Cell; rows: string | null; of: string }) {
  if (count === null)
    return (
      <span className={classes.held} title={`Fewer than ${SMALLEST_CELL} persons: held back`}>
        &lt;{SMALLEST_CELL}
      </span>
    );
  if (count === 0 || rows === null)
    return <span className={count === 0 ? classes.zero : undefined}>{GROUPED.format(count)}</span>;
  return (
    <Link className={classes.number} href={rows} prefetch={false} aria-label={`${GROUPED.format(count)}: ${of}`}>
      {GROUPED.format(count)}
    </Link>
  );
}

/** 5 h, 4.1 d. */
export function Days({ days }: { days: number | null }) {
  return <>{daysToSay(days)}</>;
}

export function daysToSay(days: number | null): string {
  if (days === null) return '–';
  if (days >= 1) return `${days.toFixed(1)} d`;
  const minutes = days * 1_440;
  return minutes >= 59.5 ? `${(days * 24).toFixed(1)} h` : `${Math.round(minutes)} min`;
}

/** Whole percent; null where either side is held back or nothing was there before. */
export function percent(part: Cell, whole: Cell): number | null {
  return part === null || !whole ? null : Math.round((part / whole) * 100);
}
