import type { ColumnChoice } from './preferences';

/** The columns of the worklist, where they usually stand; the sizes are shares, weighed so that what must not be cut off is the last to be. Ids of sortable ones are the words of the sort. */
export const COLUMNS = [
  { id: 'name', words: 'Person', size: 210, isUsual: true },
  { id: 'number', words: 'Number', size: 130, isUsual: false },
  { id: 'age', words: 'Age', size: 70, isUsual: false },
  { id: 'complaint', words: 'Complaint', size: 180, isUsual: true },
  { id: 'region', words: 'Region', size: 110, isUsual: false },
  { id: 'stage', words: 'Stage', size: 190, isUsual: true },
  { id: 'verdict', words: 'Verdict', size: 150, isUsual: false },
  { id: 'missing', words: 'Missing', size: 200, isUsual: true },
  { id: 'turn', words: 'Whose turn', size: 190, isUsual: true },
  { id: 'owner', words: 'Owner', size: 140, isUsual: false },
  { id: 'source', words: 'Source', size: 105, isUsual: false },
  { id: 'received', words: 'Waiting', size: 140, isUsual: true },
  { id: 'contact', words: 'Last contact', size: 125, isUsual: false },
  { id: 'followUp', words: 'Next follow-up', size: 125, isUsual: false },
  { id: 'due', words: 'Due', size: 135, isUsual: true },
] as const;
export type ColumnId = (typeof COLUMNS)[number]['id'];
/** Without it a row is nobody's, and there is no way in. */
export const LASTING_COLUMN: ColumnId = 'name';
export const COLUMN_WIDTH = { least: 48, most: 800, step: 20 } as const;

export type ColumnPlace = {
  readonly id: ColumnId;
  readonly words: string;
  readonly isShown: boolean;
  readonly width: number;
};

/** Every column in this person's order. One they never placed stands after the column it usually follows. */
export function arrangedColumns(choices: readonly ColumnChoice[] = []): ColumnPlace[] {
  const order = choices.flatMap(({ id }) => COLUMNS.find((column) => column.id === id) ?? []);
  COLUMNS.forEach((column, at) => {
    if (order.includes(column)) return;
    const before = order.findIndex((one) => one === COLUMNS[at - 1]);
    order.splice(before + 1, 0, column);
  });
  return order.map(({ id, words, size, isUsual }) => {
    const choice = choices.find((one) => one.id === id);
    return {
      id,
      words,
      isShown: id === LASTING_COLUMN || (choice ? !choice.isHidden : isUsual),
      width: choice?.width ?? size,
    };
  });
}

/** Left as the house has them, the columns take the room their words need; otherwise they share it as they were told. */
export function isArranged(choices: readonly ColumnChoice[] = []): boolean {
  return choices.some(({ id, width, isHidden }) => {
    const usual = COLUMNS.find((column) => column.id === id);
    return usual !== undefined && (width !== undefined || (!isHidden && !usual.isUsual));
  });
}

/** What to keep of an arrangement: a width only where somebody chose it. */
export function columnChoices(places: readonly ColumnPlace[]): ColumnChoice[] {
  return places.map(({ id, isShown, width }) => {
    const usual = COLUMNS.find((column) => column.id === id);
    return { id, ...(isShown ? {} : { isHidden: true }), ...(width === usual?.size ? {} : { width }) };
  });
}

/** One place to the left (-1) or right (1) among the columns that are shown; or to where another stands. */
export function movedColumn(places: readonly ColumnPlace[], id: string, to: number | string): ColumnPlace[] {
  const shown = places.filter(({ isShown }) => isShown);
  const from = shown.findIndex((one) => one.id === id);
  const target = typeof to === 'string' ? shown.findIndex((one) => one.id === to) : from + to;
  const moved = shown[from];
  const beside = shown[target];
  if (!moved || !beside || moved === beside) return [...places];
  const rest = places.filter((one) => one !== moved);
  const at = rest.indexOf(beside) + (target > from ? 1 : 0);
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}
