import { and, asc, desc, eq, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Sort, View } from '@/lib/domain/desk';
import { ACKNOWLEDGED_AT, ESCALATED_AT } from './alarm-state';
import type { Tx } from './client';
import { milestones } from './schema/history';
import { persons, requests } from './schema/request';
import { tallies } from './schema/rollups';
import { staff } from './schema/staff';
import { tallied } from './tallies';
import {
  alarming,
  asksMilestones,
  asksMilestonesAlone,
  type Filter,
  inView,
  isNarrow,
  matching,
  partsVisibleTo,
  type Viewer,
  visibleTo,
} from './worklist-filter';

const coordinator = alias(staff, 'coordinator');
const surgeon = alias(staff, 'surgeon');

export type Order = { readonly by: Sort; readonly isDescending: boolean };
export type Place = { readonly value: string; readonly id: string };
export type Page = { readonly order: Order; readonly after: Place | null; readonly limit: number };

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
  askedFor: requests.askedFor,
  alarmSince: requests.alarmSince,
  acknowledgedAt: ACKNOWLEDGED_AT,
  escalatedAt: ESCALATED_AT,
  tags: requests.tags,
  mergedInto: requests.mergedInto,
  coordinatorId: requests.coordinatorId,
  coordinatorName: coordinator.name,
  surgeonId: requests.surgeonId,
  surgeonName: surgeon.name,
  receivedAt: requests.receivedAt,
  stageSince: requests.stageSince,
  informedAt: sql<string | null>`(select m.informed_at from milestone m where m.request_id = ${requests.id})`,
  pauses: requests.pauses,
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

/** A page of what is asked for, and how many rows that are, counted up to `most`; null where it is a whole view. */
export async function findPage(tx: Tx, viewer: Viewer, filter: Filter, page: Page, most: number) {
  if (!isNarrow(filter)) return { rows: await walk(tx, viewer, filter, page), found: null };
  const rows = await gather(tx, viewer, filter, page, most);
  const found = rows[0]?.found ?? (page.after ? await countGathered(tx, viewer, filter, most) : 0);
  // So common that the next fifty are soon met on the way, and putting all in order would take longer.
  return { rows: found < most ? rows : await walk(tx, viewer, filter, page), found };
}

/** One row after the other, in the order of an index. */
function walk(tx: Tx, viewer: Viewer, filter: Filter, page: Page) {
  const { key, sorted, beyond } = inOrder(page);
  const parts = partsVisibleTo(viewer).map((visible) => {
    const rows = and(visible, ...matching(viewer, filter, 'in order'), beyond(key, requests.id));
    return sql`(select ${requests.id} as id, ${key} as key from ${requests} ${besides(filter)}
      where ${rows ?? sql`true`} order by ${sorted(key, requests.id)} limit ${page.limit})`;
  });
  const both = sql`select * from (${sql.join(parts, sql` union all `)}) as part order by ${sorted(sql`key`, sql`id`)} limit ${page.limit}`;
  return items(tx, sql<string>`page.key::text`)
    .innerJoin(sql`(${both}) as page`, sql`page.id = ${requests.id}`)
    .orderBy(sorted(sql`page.key`, sql`page.id`));
}

/** All of them, up to `most`, by whatever index finds them; then put in order. */
function gather(tx: Tx, viewer: Viewer, filter: Filter, page: Page, most: number) {
  const { key, sorted, beyond } = inOrder(page);
  const ids = sql`with found as materialized (${gathered(viewer, filter, key, most)})
    select *, (select count(*)::int from found) as found from found
    where ${beyond(sql`key`, sql`id`) ?? sql`true`} order by ${sorted(sql`key`, sql`id`)} limit ${page.limit}`;
  return items(tx, sql<string>`page.key::text`, sql<number>`page.found`)
    .innerJoin(sql`(${ids}) as page`, sql`page.id = ${requests.id}`)
    .orderBy(sorted(sql`page.key`, sql`page.id`));
}

/** Rows found, counted up to `most`. */
export async function countFound(tx: Tx, viewer: Viewer, filter: Filter, most: number): Promise<number> {
  if (isNarrow(filter)) return countGathered(tx, viewer, filter, most);
  const [count] = await countViews(tx, viewer, [filter.view], filter.endOfToday, most);
  return count ?? 0;
}

async function countGathered(tx: Tx, viewer: Viewer, filter: Filter, most: number): Promise<number> {
  const { rows } = await tx.execute<{ found: number }>(
    sql`select count(*)::int as found from (${gathered(viewer, filter, sql`1`, most)}) as gathered`,
  );
  return rows[0]?.found ?? 0;
}

function gathered(viewer: Viewer, filter: Filter, key: SQLWrapper, most: number): SQL {
  const rows = and(visibleTo(viewer), ...matching(viewer, filter, 'together'));
  return sql`select ${requests.id} as id, ${key} as key from ${requestsOf(filter)} where ${rows ?? sql`true`} limit ${most}`;
}

/** By the milestones first, each request looked up as it is met: the planner would rather read every request there is. */
const requestsOf = (filter: Filter) =>
  asksMilestonesAlone(filter)
    ? sql`${milestones} cross join lateral (select * from ${requests} where ${requests.id} = ${milestones.requestId} offset 0) as request`
    : sql`${requests} ${besides(filter)}`;

/** The milestones of each row, where one is asked for. */
const besides = (filter: Filter) =>
  asksMilestones(filter) ? sql`join ${milestones} on ${milestones.requestId} = ${requests.id}` : sql``;

function inOrder({ order, after }: Page) {
  const direction = order.isDescending ? desc : asc;
  // A cursor stands in the URL and holds no name: where it went on by name is read again from its row.
  const from =
    order.by === 'name'
      ? sql`(select r.sort_name from request r where r.id = ${after?.id}::uuid)`
      : sql`${after?.value}::${sql.raw(TYPES[order.by])}`;
  return {
    key: KEYS[order.by],
    sorted: (key: SQLWrapper, id: SQLWrapper) => sql`${direction(key)}, ${direction(id)}`,
    beyond: (key: SQLWrapper, id: SQLWrapper) =>
      after ? sql`(${key}, ${id}) ${sql.raw(order.isDescending ? '<' : '>')} (${from}, ${after.id}::uuid)` : undefined,
  };
}

/** Red flags of class E and S that wait for a clinician, most urgent and longest waiting first, whatever the stage. */
export function listAlarms(tx: Tx, viewer: Viewer, limit: number) {
  return items(tx, sql<string>`''`)
    .where(and(visibleTo(viewer), alarming()))
    .orderBy(asc(requests.urgencyRank), asc(requests.alarmSince))
    .limit(limit);
}

/** One row of the list, by itself. */
export function listItem(tx: Tx, id: string) {
  return items(tx, sql<string>`''`).where(eq(requests.id, id));
}

/** Rows behind each tab: by the ledger where it counts them, else looked up and counted up to `most`. */
export async function countViews(
  tx: Tx,
  viewer: Viewer,
  views: readonly View[],
  endOfToday: Date,
  most: number,
): Promise<number[]> {
  const counts = views.map((view) => {
    const lines = tallied(view, viewer);
    if (lines) return sql`least(coalesce(sum(${tallies.rows}) filter (where ${lines}), 0), ${most})::int`;
    const rows = tx
      .select({ one: sql`1` })
      .from(requests)
      .where(and(visibleTo(viewer), inView(view, viewer, endOfToday)))
      .limit(most);
    return sql`(select count(*)::int from ${rows} as counted)`;
  });
  const { rows } = await tx.execute<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts from ${tallies}`,
  );
  return rows[0]?.counts ?? [];
}

/** Of one's own queue, what should have been done by now. */
export async function countOverdue(tx: Tx, viewer: Viewer, now: Date, most: number): Promise<number> {
  const rows = tx
    .select({ one: sql`1` })
    .from(requests)
    .where(and(inView('mine', viewer, now), lt(requests.dueSort, now)))
    .limit(most);
  const counted = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${rows} as counted`);
  return counted.rows[0]?.n ?? 0;
}

function items<Found extends number | null = null>(tx: Tx, place: SQL<string>, found = sql<Found>`null::int`) {
  return tx
    .select({ ...ITEM, place, found })
    .from(requests)
    .innerJoin(persons, eq(persons.id, requests.personId))
    .leftJoin(coordinator, eq(coordinator.id, requests.coordinatorId))
    .leftJoin(surgeon, eq(surgeon.id, requests.surgeonId))
    .$dynamic();
}
