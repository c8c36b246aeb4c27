import type { WorklistItem } from './desk';

/** An hour of one person. A file cannot be called back. */
export const MOST_EXPORTS = 10;
export const EXPORT_SPAN = 3_600_000;

type Column = readonly [name: string, of: (item: WorklistItem) => string | number | null];

/** Of a whole list no person leaves the desk: neither name nor age, nothing anybody typed of them. The number leads back to the request, for who may open it. */
const EXPORTED: readonly Column[] = [
  ['number', ({ number }) => number],
  ['stage', ({ stage }) => stage],
  ['stage_since_utc', ({ stageSince }) => plainTime(stageSince)],
  ['urgency', ({ urgency }) => urgency],
  ['region', ({ complaint }) => complaint.region],
  ['missing', ({ missing }) => missing.join(' ')],
  ['turn', ({ turn }) => turn],
  ['owner', ({ assignedTo }) => assignedTo?.name ?? null],
  ['source', ({ sourceChannel }) => sourceChannel],
  ['received_utc', ({ receivedAt }) => plainTime(receivedAt)],
  ['waited_hours', ({ clocks }) => hours(clocks.waited)],
  ['clinic_working_hours', ({ clocks }) => hours(clocks.worked)],
  ['due_utc', ({ dueAt }) => plainTime(dueAt)],
  ['last_contact_utc', ({ lastContactAt }) => plainTime(lastContactAt)],
  ['next_follow_up_utc', ({ nextFollowUpAt }) => plainTime(nextFollowUpAt)],
  ['verdict', ({ verdict }) => verdict],
  ['version', ({ version }) => version],
];

export const EXPORT_HEAD: readonly string[] = EXPORTED.map(([name]) => name);

export function exportedLine(item: WorklistItem): (string | number | null)[] {
  return EXPORTED.map(([, of]) => of(item));
}

/** To a tenth. */
const hours = (milliseconds: number) => Math.round(milliseconds / 360_000) / 10;
/** As a spreadsheet reads a time. */
const plainTime = (at: string | null) => at?.slice(0, 19).replace('T', ' ') ?? null;
