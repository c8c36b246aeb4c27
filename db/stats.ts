import { and, eq, gte, isNotNull, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import type { SourceChannel } from '@/lib/domain/intake';
import { AGE_BANDS, MILESTONES, type Milestone } from '@/lib/domain/measures';
import { type Counted, WAIT_SPANS } from '@/lib/domain/pipeline';
import { ENDED_STAGES } from '@/lib/domain/stages';
import type { Tx } from './client';
import { milestones } from './schema/history';
import { staff } from './schema/staff';

/** The requests that are counted: received from (inclusive) until (exclusive). */
export type Cohort = {
  readonly from: Date;
  readonly before: Date;
  readonly source?: SourceChannel;
  readonly surgeonId?: string;
};

/** From each request of the cohort: quick for few, and what the weeks of db/pipeline-weeks.ts must equal for many. */
export async function countDirectly(tx: Tx, cohort: Cohort, timeZone: string, now: Date): Promise<Counted> {
  return {
    ...(await totals(tx, cohort)),
    ...(await groups(tx, cohort, timeZone)),
    ages: await countAges(tx, cohort, now),
    surgeons: await verdicts(tx, cohort),
    reasons: await reasons(tx, cohort),
  };
}

const AT = {
  received: milestones.receivedAt,
  complete: milestones.completeAt,
  decided: milestones.decidedAt,
  informed: milestones.informedAt,
  consult: milestones.consultAt,
  procedure: milestones.procedureAt,
} as const satisfies Record<Milestone, unknown>;

/** How many reached each milestone, and median and p90 of each wait, in days. */
async function totals(tx: Tx, cohort: Cohort): Promise<Pick<Counted, 'reached' | 'waits'>> {
  const counts = MILESTONES.map((milestone) => sql`count(${AT[milestone]})::int`);
  const waits = WAIT_SPANS.flatMap(({ from, to }) => [
    sql`count(${days(from, to)})`,
    sql`percentile_cont(0.5) within group (order by ${days(from, to)})`,
    sql`percentile_cont(0.9) within group (order by ${days(from, to)})`,
  ]);
  const [row] = await tx
    .select({
      reached: sql<number[]>`array[${list(counts)}]`,
      waits: sql<(number | null)[]>`array[${list(waits)}]::float8[]`,
    })
    .from(milestones)
    .where(within(cohort));
  return {
    reached: MILESTONES.map((milestone, at) => ({ milestone, count: row?.reached[at] ?? 0 })),
    waits: WAIT_SPANS.map((span, at) => ({
      ...span,
      count: row?.waits[at * 3] ?? 0,
      median: row?.waits[at * 3 + 1] ?? null,
      p90: row?.waits[at * 3 + 2] ?? null,
    })),
  };
}

type Group = {
  by: 'week' | 'source';
  key: string;
  received: number;
  complete: number;
  decided: number;
  candidate: number;
};

/** By week and by source, in one pass. */
async function groups(tx: Tx, cohort: Cohort, timeZone: string): Promise<Pick<Counted, 'weeks' | 'sources'>> {
  const { rows } = await tx.execute<Group>(sql`
    with counted as (
      select date_trunc('week', ${milestones.receivedAt} at time zone ${timeZone})::date::text as week, coalesce(${milestones.source}, 'unknown') as source,
        ${milestones.completeAt} as complete, ${milestones.decidedAt} as decided, ${milestones.verdict} as verdict
      from ${milestones} where ${within(cohort)})
    select case when grouping(week) = 0 then 'week' else 'source' end as by, coalesce(week, source) as key,
      count(*)::int as received, count(complete)::int as complete, count(decided)::int as decided,
      (count(*) filter (where verdict = 'candidate'))::int as candidate
    from counted group by grouping sets ((week), (source))
    order by received desc, key`);
  const of = (by: Group['by']) => rows.filter((row) => row.by === by);
  return {
    weeks: of('week').map(({ key, received, decided }) => ({ week: key, received, decided })),
    sources: of('source').map(({ key, received, complete, decided, candidate }) => ({
      source: key,
      received,
      complete,
      decided,
      candidate,
    })),
  };
}

/** Open ones by stage and age, whenever they were received: who waits longest is the last to be left out. Few are open, and their ages change with the clock: counted each time. */
export async function countAges(tx: Tx, cohort: Cohort, now: Date): Promise<Counted['ages']> {
  const age = sql`floor(date_part('epoch', ${now.toISOString()}::timestamptz - ${milestones.receivedAt}) / 86400)::int`;
  const band = sql.join(
    AGE_BANDS.map(({ code, to }) => (to === null ? sql`else ${code}` : sql`when age < ${to} then ${code}`)),
    sql` `,
  );
  const { rows } = await tx.execute<Counted['ages'][number]>(sql`
    with aged as (
      select ${milestones.stage} as stage, ${age} as age from ${milestones}
      where ${and(ofCohort(cohort), notInArray(milestones.stage, [...ENDED_STAGES]))})
    select stage, case ${band} end as band, count(*)::int as count, max(age) as "oldestDays" from aged group by 1, 2`);
  return rows;
}

/** By surgeon and latest verdict; a null verdict is the surgeon's total. */
async function verdicts(tx: Tx, cohort: Cohort): Promise<Counted['surgeons']> {
  const { rows } = await tx.execute<Counted['surgeons'][number]>(sql`
    select ${milestones.surgeonId} as id, coalesce(${staff.name}, '') as name, ${milestones.verdict} as verdict, count(*)::int as count,
      percentile_cont(0.5) within group (order by ${days('complete', 'decided')}) as "medianDays"
    from ${milestones} left join ${staff} on ${staff.id} = ${milestones.surgeonId}
    where ${and(within(cohort), isNotNull(milestones.surgeonId))}
    group by grouping sets ((${milestones.surgeonId}, ${staff.name}), (${milestones.surgeonId}, ${staff.name}, ${milestones.verdict}))
    order by count desc, name`);
  return rows;
}

/** Why the latest verdict is a no; a request with two reasons counts under both. */
function reasons(tx: Tx, cohort: Cohort): Promise<{ code: string; count: number }[]> {
  return tx
    .select({ code: sql<string>`reason.code`, count: sql<number>`count(*)::int` })
    .from(milestones)
    .innerJoin(sql`lateral (select distinct unnest(${milestones.reasons}) as code) as reason`, sql`true`)
    .where(and(within(cohort), sql`${milestones.verdict} in ('not_now', 'not_candidate')`))
    .groupBy(sql`reason.code`)
    .orderBy(sql`count(*) desc`, sql`reason.code`);
}

function within(cohort: Cohort): SQL | undefined {
  return and(gte(milestones.receivedAt, cohort.from), lt(milestones.receivedAt, cohort.before), ofCohort(cohort));
}

/** Whatever the dates. */
function ofCohort({ source, surgeonId }: Cohort): SQL | undefined {
  return and(
    source ? eq(milestones.source, source) : undefined,
    surgeonId ? eq(milestones.surgeonId, surgeonId) : undefined,
  );
}

const days = (from: Milestone, to: Milestone) => sql`(extract(epoch from ${AT[to]} - ${AT[from]}) / 86400)::float8`;
const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);
