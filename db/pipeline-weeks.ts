import { asc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Verdict } from '@/lib/domain/candidacy';
import { MILESTONES, placesOf } from '@/lib/domain/measures';
import { type Counted, mondayOf, WAIT_SPANS } from '@/lib/domain/pipeline';
import { dayAfter, dayOf, instantOf } from '@/lib/domain/working-time';
import type { Tx } from './client';
import { milestones } from './schema/history';
import { pipelineDeltas, pipelineWeeks, pipelineZone, waits } from './schema/rollups';
import { staff } from './schema/staff';
import { type Cohort, countAges, countDirectly } from './stats';

type Sum = { week: string | null; what: string; who: string; bucket: number; rows: number };

/** As countDirectly does, from whole weeks that the events keep added up. One surgeon's requests are few, and weeks cut by another clock are none. */
export async function countPipeline(tx: Tx, cohort: Cohort, timeZone: string, now: Date): Promise<Counted> {
  // Ranks are counted in one statement and looked up in the next: both must see the same moment.
  await tx.execute(sql`set transaction isolation level repeatable read`);
  const [cut] = await tx.select().from(pipelineZone);
  if (cohort.surgeonId || cut?.timeZone !== timeZone) return countDirectly(tx, cohort, timeZone, now);
  const sums = await sumUp(tx, cohort, timeZone);
  const lengths = await lengthsOf(tx, cohort, sums);
  return {
    reached: MILESTONES.map((milestone) => ({ milestone, count: total(sums, milestone) })),
    waits: WAIT_SPANS.map((span, nth) => ({
      ...span,
      count: total(sums, `wait ${nth}`),
      median: lengths.of(`wait ${nth}`, NOBODY, 0.5),
      p90: lengths.of(`wait ${nth}`, NOBODY, 0.9),
    })),
    weeks: weeksOf(sums),
    sources: sourcesOf(sums),
    ages: await countAges(tx, cohort, now),
    surgeons: await surgeonsOf(tx, sums, (id) => lengths.of('reading', id, 0.5)),
    reasons: sums
      .filter(({ what }) => what.startsWith('reason '))
      .map(({ what, rows }) => ({ code: what.slice('reason '.length), count: rows }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}

/** Moves what was added since into the weeks; cuts them anew where the clinic's clock has changed. */
export async function foldPipeline(tx: Tx, timeZone: string) {
  const [cut] = await tx.select().from(pipelineZone);
  await tx.execute(
    cut?.timeZone === timeZone ? sql`select fold_pipeline()` : sql`select rebuild_pipeline(${timeZone})`,
  );
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const total = (sums: readonly Sum[], what: string) =>
  sums.reduce((all, sum) => (sum.what === what ? all + sum.rows : all), 0);

/** Whole weeks as they are kept, what is not yet folded into them, and one by one the requests of the days at both ends. */
async function sumUp(tx: Tx, cohort: Cohort, timeZone: string): Promise<Sum[]> {
  const first = mondayOf(dayAfter(dayOf(cohort.from, timeZone), 6));
  const end = mondayOf(dayOf(cohort.before, timeZone));
  const hasWeeks = first < end;
  const [left, right] = hasWeeks
    ? [instantOf(first, 0, timeZone), instantOf(end, 0, timeZone)]
    : [cohort.before, cohort.before];
  const week = sql`week >= ${first} and week < ${end}`;
  const { rows } = await tx.execute<Sum>(sql`
    select cut::text as week, what, who, bucket, sum(rows)::int as rows
    from (select case when what in ('received', 'decided') then week end as cut, * from (
      select week, what, who, bucket, rows from ${pipelineWeeks} where source = ${cohort.source ?? 'all'} and ${week}
      union all
      select week, what, who, bucket, rows from ${pipelineDeltas} where ${cohort.source ? sql`source = ${cohort.source}` : sql`true`} and ${week}
      union all
      select date_trunc('week', milestone.received_at at time zone ${timeZone})::date, part.what, part.who, part.bucket, 1
      from ${milestones}, pipeline_parts(milestone) as part
      where ${cohort.source ? eq(milestones.source, cohort.source) : sql`true`} and (${between(cohort.from, left)} or ${between(right, cohort.before)})
    ) as whole) as part group by cut, what, who, bucket having sum(rows) <> 0`);
  return rows.sort((a, b) => a.bucket - b.bucket);
}

const between = (from: Date, before: Date) =>
  sql`(${gte(milestones.receivedAt, from)} and ${lt(milestones.receivedAt, before)})`;

type Asked = { key: string; span: number; who: string; bucket: number; nth: number };

/** The buckets say where a quantile lies; the one or two waits that it lies between are read at their full length. */
async function lengthsOf(tx: Tx, cohort: Cohort, sums: readonly Sum[]) {
  const wanted = [
    ...WAIT_SPANS.flatMap((_, nth) => [0.5, 0.9].map((p) => ({ what: `wait ${nth}`, who: NOBODY, span: nth, p }))),
    ...surgeonIds(sums).map((who) => ({ what: 'reading', who, span: 1, p: 0.5 })),
  ].map((one) => ({
    ...one,
    places: placesOf(
      sums.filter(({ what, who }) => what === one.what && who === one.who),
      one.p,
    ),
  }));
  const asked = wanted.flatMap(({ places, span, who }): Asked[] =>
    places ? [places.low, places.high].map((place) => ({ ...place, span, who, key: keyOf(span, who, place) })) : [],
  );
  const found = await readLengths(tx, cohort, [...new Map(asked.map((one) => [one.key, one])).values()]);
  return {
    of(what: string, who: string, p: number): number | null {
      const one = wanted.find((each) => each.what === what && each.who === who && each.p === p);
      if (!one?.places) return null;
      const { low, high, between: share } = one.places;
      const [under, over] = [low, high].map((place) => found.get(keyOf(one.span, who, place)) ?? Number.NaN) as [
        number,
        number,
      ];
      return (under + (over - under) * share) / 86_400;
    },
  };
}

const keyOf = (span: number, who: string, { bucket, nth }: { bucket: number; nth: number }) =>
  `${span} ${who} ${bucket} ${nth}`;

async function readLengths(tx: Tx, cohort: Cohort, asked: readonly Asked[]): Promise<Map<string, number>> {
  const nth = (whose: SQL) => sql`
    select asked.key, length.seconds from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(key text, span smallint, who uuid, bucket smallint, nth int),
      lateral (
        select seconds from ${waits} where ${whose} and wait.bucket = asked.bucket
          and received_at >= ${cohort.from.toISOString()}::timestamptz and received_at < ${cohort.before.toISOString()}::timestamptz
          and ${cohort.source ? sql`source = ${cohort.source}` : sql`true`}
        order by seconds offset asked.nth limit 1) as length`;
  const { rows } = await tx.execute<{ key: string; seconds: number }>(sql`
    ${nth(sql`asked.who = ${NOBODY} and wait.span = asked.span`)}
    union all ${nth(sql`asked.who <> ${NOBODY} and wait.span = 1 and wait.who = asked.who`)}`);
  return new Map(rows.map(({ key, seconds }) => [key, seconds]));
}

function weeksOf(sums: readonly Sum[]): Counted['weeks'] {
  const weeks = new Map<string, { week: string; received: number; decided: number }>();
  for (const { week, what, rows } of sums) {
    if (week === null) continue;
    const row = weeks.get(week) ?? { week, received: 0, decided: 0 };
    weeks.set(week, { ...row, [what]: rows });
  }
  return [...weeks.values()];
}

function sourcesOf(sums: readonly Sum[]): Counted['sources'] {
  const of = (what: string, source: string) => total(sums, `source ${what} ${source}`);
  return sums
    .flatMap(({ what }) => (what.startsWith('source received ') ? [what.slice('source received '.length)] : []))
    .map((source) => ({
      source,
      received: of('received', source),
      complete: of('complete', source),
      decided: of('decided', source),
      candidate: of('candidate', source),
    }))
    .sort((a, b) => b.received - a.received || (a.source < b.source ? -1 : 1));
}

const surgeonIds = (sums: readonly Sum[]) => [
  ...new Set(sums.flatMap(({ what, who }) => (what.startsWith('verdict ') ? [who] : []))),
];

/** Each surgeon's verdicts, and the total with the median under no verdict. */
async function surgeonsOf(
  tx: Tx,
  sums: readonly Sum[],
  medianOf: (id: string) => number | null,
): Promise<Counted['surgeons']> {
  const ids = surgeonIds(sums);
  const names = await tx
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, ids))
    .orderBy(asc(staff.name));
  return names
    .flatMap(({ id, name }) => {
      const verdicts = sums.filter(({ what, who }) => who === id && what.startsWith('verdict '));
      const count = verdicts.reduce((all, { rows }) => all + rows, 0);
      return [
        { id, name, verdict: null, count, medianDays: medianOf(id) },
        ...verdicts.map(({ what, rows }) => ({
          id,
          name,
          verdict: what.slice('verdict '.length) as Verdict,
          count: rows,
          medianDays: null,
        })),
      ];
    })
    .sort((a, b) => b.count - a.count);
}
