import { type Actor, may } from './permissions';
import type { Stage } from './stages';

/** How far somebody has heard, as a set of committed transactions: all below `below`, but those still `open` then. What commits late is thereby never passed over. */
export type Mark = { readonly below: bigint; readonly open: readonly bigint[] };

/** One event as the bell knows it: ids, and what says who may know of which request. */
export type Rung = {
  /** The transaction that wrote it. */
  readonly xid: bigint;
  readonly seq: number;
  readonly requestId: string;
  readonly surgeonId: string | null;
  readonly stage: Stage;
};
export type Batch = { readonly rows: readonly Rung[]; readonly mark: Mark; readonly isMore: boolean };
/** `request` is null where the listener may not know which. */
export type Change = { readonly event: number; readonly request: string | null };

export const ENDINGS = ['revoked', 'disabled', 'idle', 'expired', 'role_changed', 'too_slow', 'closing'] as const;
export type Ending = (typeof ENDINGS)[number];

const MOST_OPEN = 1_000;
const SHAPE = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/;

/** As PostgreSQL writes a snapshot: lowest still open, first not begun, those open. Null for anything else. */
export function markOf(text: string): Mark | null {
  const [, lowest, below, list] = SHAPE.exec(text) ?? [];
  if (lowest === undefined || below === undefined) return null;
  const open = list ? list.split(',').map(BigInt) : [];
  const mark = { below: BigInt(below), open };
  const isSorted = open.every((xid, at) => xid < mark.below && (at === 0 || xid > (open[at - 1] ?? 0n)));
  return isSorted && open.length <= MOST_OPEN && BigInt(lowest) === lowestOf(mark) && lowestOf(mark) > 0n ? mark : null;
}

export function markSaid(mark: Mark): string {
  return `${lowestOf(mark)}:${mark.below}:${mark.open.join(',')}`;
}

/** Everything below it has been heard. */
export function lowestOf({ below, open }: Mark): bigint {
  return open[0] ?? below;
}

export function isHeard({ below, open }: Mark, xid: bigint): boolean {
  return xid < below && !open.includes(xid);
}

/** As far as `last` and no further. */
export function upTo({ below, open }: Mark, last: bigint): Mark {
  return last + 1n >= below ? { below, open } : { below: last + 1n, open: open.filter((xid) => xid <= last) };
}

/** Heard in the one or the other. */
export function both(a: Mark, b: Mark): Mark {
  const { below } = a.below > b.below ? a : b;
  const open = [...new Set([...a.open, ...b.open])].filter((xid) => !isHeard(a, xid) && !isHeard(b, xid));
  return { below, open: open.sort((one, other) => (one < other ? -1 : 1)) };
}

/** What a listener is told of a batch; of a request that is not theirs, that something changed. */
export function changesFor(actor: Actor, rows: readonly Rung[]): Change[] {
  return rows.map((row) => ({ event: row.seq, request: may(actor, 'request.list', row) ? row.requestId : null }));
}
