import {
  and,
  arrayContains,
  arrayOverlaps,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Verdict } from '@/lib/domain/candidacy';
import type { MissingItem } from '@/lib/domain/completeness';
import type { View } from '@/lib/domain/desk';
import type { Region, SourceChannel } from '@/lib/domain/intake';
import type { Milestone } from '@/lib/domain/measures';
import type { Urgency } from '@/lib/domain/red-flags';
import { ENDED_STAGES, type Stage } from '@/lib/domain/stages';
import { milestones } from './schema/history';
import { requests } from './schema/request';

/** Who looks: a surgeon sees their own requests and those free to claim. */
export type Viewer = { readonly id: string; readonly isSurgeon: boolean; readonly seesContact: boolean };
export type Filter = {
  readonly view: View;
  readonly terms: readonly string[];
  readonly stages?: readonly Stage[];
  readonly onlyOpen?: boolean;
  readonly urgency?: readonly Urgency[];
  readonly region?: readonly Region[];
  readonly assigned?: string;
  readonly missing?: MissingItem;
  readonly tag?: string;
  readonly verdict?: readonly Verdict[];
  readonly source?: readonly SourceChannel[];
  /** The surgeon of the latest decision. */
  readonly surgeon?: string;
  /** A reason of the latest decision, where that is a no. */
  readonly reason?: string;
  readonly reached?: Milestone;
  readonly receivedFrom?: Date;
  readonly receivedBefore?: Date;
  readonly endOfToday: Date;
};
/** What the viewer may see, in parts that do not overlap: each is read in the order of an index of its own. */
export function partsVisibleTo(viewer: Viewer): (SQL | undefined)[] {
  return viewer.isSurgeon
    ? [eq(requests.surgeonId, viewer.id), and(eq(requests.stage, 'ready_for_review'), isNull(requests.surgeonId))]
    : [undefined];
}

export function visibleTo(viewer: Viewer): SQL | undefined {
  return viewer.isSurgeon ? or(...partsVisibleTo(viewer)) : undefined;
}

export const isOpen = () => notInArray(requests.stage, [...ENDED_STAGES]);
export const alarming = () => isNotNull(requests.alarmSince);

export function inView(view: View, viewer: Viewer, endOfToday: Date): SQL | undefined {
  switch (view) {
    case 'red-flags':
      return alarming();
    case 'new':
      return eq(requests.stage, 'new');
    case 'mine':
      return and(eq(viewer.isSurgeon ? requests.surgeonId : requests.coordinatorId, viewer.id), isOpen());
    case 'awaiting-info':
      return eq(requests.stage, 'awaiting_info');
    case 'ready':
      return eq(requests.stage, 'ready_for_review');
    case 'follow-ups-due':
      return lt(requests.nextFollowUpAt, endOfToday);
    case 'all':
      return undefined;
  }
}

/** Asks for less than its view, so that it must be counted by looking. */
export function isNarrow({ view: _view, endOfToday: _today, terms, ...asked }: Filter): boolean {
  return terms.length > 0 || Object.values(asked).some(Boolean);
}

/** `together`: all rows at once, by the indexes that find them. `in order`: one row after the other, by its columns. */
export function matching(viewer: Viewer, filter: Filter, how: 'together' | 'in order'): (SQL | undefined)[] {
  const is = (word: string, column: Parameters<typeof inArray>[0], wanted?: readonly string[]) =>
    wanted && (how === 'together' ? hasFacet(word, wanted) : inArray(column, [...wanted]));
  return [
    inView(filter.view, viewer, filter.endOfToday),
    ...filter.terms.map((term) => found(viewer, term, how)),
    is('stage', requests.stage, filter.stages),
    filter.onlyOpen ? isOpen() : undefined,
    is('urgency', requests.urgency, filter.urgency),
    is('region', requests.region, filter.region),
    filter.assigned === 'nobody'
      ? and(isNull(requests.coordinatorId), isNull(requests.surgeonId))
      : filter.assigned
        ? heldBy(filter.assigned, how)
        : undefined,
    filter.missing ? hasFacet('missing', [filter.missing]) : undefined,
    filter.tag ? and(arrayContains(requests.tags, [filter.tag]), sql`${requests.tags} <> '{}'`) : undefined,
    is('verdict', requests.verdict, filter.verdict),
    is('source', requests.sourceChannel, filter.source),
    filter.surgeon ? eq(milestones.surgeonId, filter.surgeon) : undefined,
    filter.reason
      ? and(
          arrayContains(milestones.reasons, [filter.reason]),
          inArray(milestones.verdict, ['not_now', 'not_candidate']),
        )
      : undefined,
    filter.reached ? reached(filter.reached) : undefined,
    ...receivedAts(filter).flatMap((receivedAt) => [
      filter.receivedFrom ? gte(receivedAt, filter.receivedFrom) : undefined,
      filter.receivedBefore ? lt(receivedAt, filter.receivedBefore) : undefined,
    ]),
  ];
}

/** Asks for what only the milestones of a request know. */
export const asksMilestones = ({ surgeon, reason, reached }: Filter) => Boolean(surgeon ?? reason ?? reached);

/** And for nothing else of the request: then its milestones find it. */
export const asksMilestonesAlone = (filter: Filter) =>
  asksMilestones(filter) &&
  filter.view === 'all' &&
  !isNarrow({
    ...filter,
    surgeon: undefined,
    reason: undefined,
    reached: undefined,
    receivedFrom: undefined,
    receivedBefore: undefined,
  });

/** Kept twice, always the same: whichever table is read first is read no further than asked. */
const receivedAts = (filter: Filter) =>
  asksMilestones(filter) ? [requests.receivedAt, milestones.receivedAt] : [requests.receivedAt];

/** As `is true` no index finds them, and the order's own is walked. */
function heldBy(staffId: string, how: 'together' | 'in order'): SQL | undefined {
  const held = or(eq(requests.coordinatorId, staffId), eq(requests.surgeonId, staffId));
  return how === 'together' ? held : sql`(${held}) is true`;
}

const hasFacet = (word: string, wanted: readonly string[]) =>
  arrayOverlaps(
    requests.facets,
    wanted.map((value) => `${word}:${value}`),
  );

/** A part of what the viewer may see: a phone number that finds somebody has been told. One or two letters begin a name; the index knows no shorter parts. */
function found({ seesContact }: Viewer, term: string, how: 'together' | 'in order'): SQL {
  const isShort = term.length < 3;
  const text = seesContact && !isShort ? requests.searchText : requests.namedText;
  const part = isShort ? ` ${term}` : term;
  // The planner takes every third row to hold it, and walks.
  return how === 'together' ? like(text, `%${part.replace(/[\\%_]/g, '\\$&')}%`) : sql`strpos(${text}, ${part}) > 0`;
}

function reached(milestone: Milestone): SQL | undefined {
  const columns = {
    received: milestones.receivedAt,
    complete: milestones.completeAt,
    decided: milestones.decidedAt,
    informed: milestones.informedAt,
    consult: milestones.consultAt,
    procedure: milestones.procedureAt,
  };
  return isNotNull(columns[milestone]);
}
