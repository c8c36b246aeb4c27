import {
  and,
  asc,
  desc,
  eq,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Verdict } from '@/lib/domain/candidacy';
import type { MissingItem } from '@/lib/domain/completeness';
import type { Sort, View } from '@/lib/domain/desk';
import type { Region, SourceChannel } from '@/lib/domain/intake';
import type { Milestone } from '@/lib/domain/measures';
import type { Urgency } from '@/lib/domain/red-flags';
import { ENDED_STAGES, type Stage, UNDECIDED_STAGES } from '@/lib/domain/stages';
import type { Tx } from './client';
import { milestones } from './schema/history';
import { persons, requests } from './schema/request';
import { staff } from './schema/staff';

const coordinator = alias(staff, 'coordinator');
const surgeon = alias(staff, 'surgeon');

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
export type Order = { readonly by: Sort; readonly isDescending: boolean };
export type Place = { readonly value: string; readonly id: string };

const ITEM = {
  id: requests.id,
  number: requests.number,
  stage: requests.stage,
  urgency: requests.urgency,
  firstName: persons.firstName,
  lastName: persons.lastName,
  dateOfBirth: persons.dateOfBirth,
  sexAtBirth: persons.sexAtBirth,
  complaint: requests.complaint,
  missing: requests.missing,
  coordinatorId: requests.coordinatorId,
  coordinatorName: coordinator.name,
  surgeonId: requests.surgeonId,
  surgeonName: surgeon.name,
  receivedAt: requests.receivedAt,
  stageSince: requests.stageSince,
  dueAt: requests.dueAt,
  nextFollowUpAt: requests.nextFollowUpAt,
  lastContactAt: sql<string | null>`(select max(c.at) from contact_attempt c where c.request_id = ${requests.id})`,
  verdict: requests.verdict,
  sourceChannel: requests.sourceChannel,
  version: requests.version,
};
const KEYS = {
  due: requests.dueSort,
  received: requests.receivedAt,
  name: requests.sortName,
  stage: requests.stageRank,
} as const;
const TYPES = { due: 'timestamptz', received: 'timestamptz', stage: 'smallint' } as const;

/** A page after `after`, in the order of an index; `place` of each row is where the next page goes on. */
export function listRequests(tx: Tx, viewer: Viewer, filter: Filter, order: Order, after: Place | null, limit: number) {
  const key = KEYS[order.by];
  const direction = order.isDescending ? desc : asc;
  // A cursor stands in the URL and holds no name: where it went on by name is read again from its row.
  const from =
    order.by === 'name'
      ? sql`(select r.sort_name from request r where r.id = ${after?.id}::uuid)`
      : sql`${after?.value}::${sql.raw(TYPES[order.by])}`;
  const beyond =
    after && sql`(${key}, ${requests.id}) ${sql.raw(order.isDescending ? '<' : '>')} (${from}, ${after.id}::uuid)`;
  return items(tx, sql<string>`${key}::text`)
    .where(and(...visibleTo(viewer), ...matching(viewer, filter), beyond ?? undefined))
    .orderBy(direction(key), direction(requests.id))
    .limit(limit);
}

/** Red flags of class E and S that no clinician has decided on, most urgent and longest waiting first. */
export function listAlarms(tx: Tx, viewer: Viewer, limit: number) {
  return items(tx, sql<string>`''`)
    .where(and(...visibleTo(viewer), alarming()))
    .orderBy(asc(requests.urgencyRank), asc(requests.receivedAt))
    .limit(limit);
}

export async function itemOf(tx: Tx, id: string) {
  const [row] = await items(tx, sql<string>`''`).where(eq(requests.id, id));
  return row;
}

/** Rows found, counted up to `most`. */
export async function countFound(tx: Tx, viewer: Viewer, filter: Filter, most: number): Promise<number> {
  const found = tx
    .select({ one: sql`1` })
    .from(requests)
    .leftJoin(milestones, eq(milestones.requestId, requests.id))
    .where(and(...visibleTo(viewer), ...matching(viewer, filter)))
    .limit(most)
    .as('found');
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(found);
  return row?.count ?? 0;
}

/** Rows behind each tab, each counted up to `most`, in one statement. */
export async function countViews(
  tx: Tx,
  viewer: Viewer,
  views: readonly View[],
  endOfToday: Date,
  most: number,
): Promise<number[]> {
  const counts = views.map((view) => {
    const rows = tx
      .select({ one: sql`1` })
      .from(requests)
      .where(and(...visibleTo(viewer), inView(view, viewer, endOfToday)))
      .limit(most);
    return sql`(select count(*)::int from ${rows} as counted)`;
  });
  const { rows } = await tx.execute<{ counts: number[] }>(sql`select array[${sql.join(counts, sql`, `)}] as counts`);
  return rows[0]?.counts ?? [];
}

function items(tx: Tx, place: SQL<string>) {
  return tx
    .select({ ...ITEM, place })
    .from(requests)
    .innerJoin(persons, eq(persons.id, requests.personId))
    .leftJoin(milestones, eq(milestones.requestId, requests.id))
    .leftJoin(coordinator, eq(coordinator.id, requests.coordinatorId))
    .leftJoin(surgeon, eq(surgeon.id, requests.surgeonId))
    .$dynamic();
}

function visibleTo(viewer: Viewer): (SQL | undefined)[] {
  return viewer.isSurgeon
    ? [or(eq(requests.surgeonId, viewer.id), and(eq(requests.stage, 'ready_for_review'), isNull(requests.surgeonId)))]
    : [];
}

const isOpen = () => notInArray(requests.stage, [...ENDED_STAGES]);
const alarming = () => and(lt(requests.urgencyRank, 2), inArray(requests.stage, [...UNDECIDED_STAGES]));

function inView(view: View, viewer: Viewer, endOfToday: Date): SQL | undefined {
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
      return and(lt(requests.nextFollowUpAt, endOfToday), isOpen());
    case 'all':
      return undefined;
  }
}

function matching(viewer: Viewer, filter: Filter): (SQL | undefined)[] {
  const is = <T>(column: Parameters<typeof inArray>[0], wanted?: readonly T[]) =>
    wanted ? inArray(column, [...wanted]) : undefined;
  return [
    inView(filter.view, viewer, filter.endOfToday),
    ...filter.terms.map((term) => found(viewer, term)),
    is(requests.stage, filter.stages),
    filter.onlyOpen ? isOpen() : undefined,
    is(requests.urgency, filter.urgency),
    is(requests.region, filter.region),
    filter.assigned === 'nobody'
      ? and(isNull(requests.coordinatorId), isNull(requests.surgeonId))
      : filter.assigned
        ? or(eq(requests.coordinatorId, filter.assigned), eq(requests.surgeonId, filter.assigned))
        : undefined,
    filter.missing ? sql`${filter.missing} = any(${requests.missing})` : undefined,
    is(requests.verdict, filter.verdict),
    is(requests.sourceChannel, filter.source),
    filter.surgeon ? eq(milestones.surgeonId, filter.surgeon) : undefined,
    filter.reason
      ? and(
          sql`${filter.reason} = any(${milestones.reasons})`,
          inArray(milestones.verdict, ['not_now', 'not_candidate']),
        )
      : undefined,
    filter.reached ? reached(filter.reached) : undefined,
    filter.receivedFrom ? gte(requests.receivedAt, filter.receivedFrom) : undefined,
    filter.receivedBefore ? lt(requests.receivedAt, filter.receivedBefore) : undefined,
  ];
}

/** A part of what the viewer may see: a phone number that finds somebody has been told. */
function found({ seesContact }: Viewer, term: string): SQL | undefined {
  const part = `%${term.replace(/[\\%_]/g, '\\$&')}%`;
  if (seesContact) return ilike(requests.searchText, part);
  return or(ilike(requests.sortName, part), ilike(sql`'mr-' || lpad(${requests.number}::text, 6, '0')`, part));
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
