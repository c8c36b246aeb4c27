/** Where a file is on its way in. What ends in -ing the house is at work on. */
export const IMPORT_STATES = [
  'uploading',
  'reading',
  'failed',
  'uploaded',
  'checking',
  'checked',
  'storing',
  'stored',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const AT_WORK = ['reading', 'checking', 'storing', 'undoing'] as const satisfies readonly ImportState[];
export type WorkState = (typeof AT_WORK)[number];
export const isAtWork = (state: ImportState): state is WorkState => (AT_WORK as readonly string[]).includes(state);
/** Nothing of it has been stored: it can be mapped anew, and dropped. */
export const isUnstored = (state: ImportState) => ['uploading', 'failed', 'uploaded', 'checked'].includes(state);

export const ROW_VERDICTS = ['good', 'bad', 'repeated'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

export const MOST_ROWS = 100_000;
export const MOST_BYTES = 100 * 1024 * 1024;
export const PIECE_BYTES = 2 * 1024 * 1024;
export const MOST_COLUMNS = 200;
/** Bad rows shown at a time. */
export const ROWS_A_PAGE = 100;

/** What comes first in a day written with numbers; `iso` is the year. */
export const DAY_ORDERS = ['iso', 'mdy', 'dmy'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];
export const DAY_ORDER_WORDS: Record<DayOrder, string> = {
  iso: '1974-03-02 (year, month, day)',
  mdy: '03/02/1974 (month first)',
  dmy: '02.03.1974 (day first)',
};

/** The field that each column means, in the order of the columns; null is left out. */
export type ImportMapping = { readonly fields: readonly (string | null)[]; readonly days: DayOrder };
/** What is wrong with a row: in which column (from 0; null where none was mapped), of which field, and what to do. */
export type CellProblem = { readonly column: number | null; readonly field: string | null; readonly message: string };

/** A batch as lists and pages show it. Counts are rows. */
export type ImportBatch = {
  readonly id: string;
  readonly source: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly problem: string | null;
  readonly takes: 'all' | 'good' | null;
  readonly rows: number;
  readonly done: number;
  readonly good: number;
  readonly bad: number;
  readonly repeated: number;
  readonly alarms: number;
  readonly stored: number;
  readonly kept: number;
  readonly by: string;
  readonly createdAt: string;
  readonly changedAt: string;
};

/** One file as its page shows it. */
export type ImportShown = {
  readonly batch: ImportBatch;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly columns: readonly { readonly name: string; readonly sample: readonly string[] }[];
  readonly fields: readonly (string | null)[];
  /** Null where the file's own days fit more than one order: somebody has to say. */
  readonly days: DayOrder | null;
  readonly isRemembered: boolean;
  readonly bad: readonly {
    readonly row: number;
    readonly problems: readonly {
      readonly column: string | null;
      readonly field: string | null;
      readonly message: string;
      readonly value: string | null;
    }[];
  }[];
  /** The row after which the next page of bad rows begins. */
  readonly nextAfter: number | null;
  readonly kept: readonly { readonly row: number; readonly number: string; readonly keptFor: string | null }[];
  readonly now: string;
};

/** Columns may share a name, or have none: each is still told apart. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, at) => {
    const name = cell.trim().replace(/\s+/g, ' ') || `Column ${at + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
