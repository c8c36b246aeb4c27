import { beforeAll, describe, expect, it, test } from 'vitest';
import { foldRollups } from '@/lib/commands/fold-rollups';
import { STAGES } from '@/lib/domain/stages';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { nearly } from './house/nearly';
import { theHouse } from './house/people';
import { aRequest, aRequestIn, give, move } from './house/requests';

useDatabase();

beforeAll(async () => {
  const { coordinator, surgeon, otherSurgeon } = await gatherCast();
  for (const [at, stage] of STAGES.entries())
    await aRequestIn(stage, coordinator, at % 2 ? surgeon : otherSurgeon, {
      source: { channel: at % 3 ? 'web' : 'phone' },
    });
  await give(coordinator, await aRequest(), coordinator.id);
});

const LINES =
  'select side, stage, staff_id, sum(rows)::int as rows from tally group by 1, 2, 3 having sum(rows) <> 0 order by 1, 2, 3';
const COUNTED = `select 'surgeon' as side, stage, surgeon_id as staff_id, count(*)::int as rows from request group by 2, 3
  union all select 'coordinator', stage, coordinator_id, count(*)::int from request group by 2, 3 order by 1, 2, 3`;
const WEEKS = 'select source, week, what, who, bucket, rows from pipeline_week where rows <> 0 order by 1, 2, 3, 4, 5';
const WAITS = 'select request_id, span, who, bucket, seconds from wait order by 1, 2';

describe('the ledger of the tabs', () => {
  it('adds up to the requests themselves, before and after it is folded', async () => {
    const counted = await sql(COUNTED);
    expect(await sql(LINES)).toEqual(counted);
    await foldRollups(theHouse, {});
    expect(await sql(LINES)).toEqual(counted);
    expect(await sql('select side, stage, staff_id from tally group by 1, 2, 3 having count(*) > 1')).toEqual([]);
  });

  it('loses and doubles nothing where many move requests while two fold', async () => {
    const { coordinator } = theCast();
    const numbers = await Promise.all(Array.from({ length: 12 }, () => aRequest()));
    await Promise.all([
      ...numbers.map((number) => move(coordinator, number, 'triage')),
      ...Array.from({ length: 6 }, () => foldRollups(theHouse, {})),
    ]);
    expect(await sql(LINES)).toEqual(await sql(COUNTED));
  });

  it('counts for each role what its tabs list', async () => {
    const { coordinator, surgeon, otherSurgeon, manager } = theCast();
    for (const actor of [coordinator, surgeon, otherSurgeon, manager])
      for (const view of ['new', 'mine', 'awaiting-info', 'ready', 'all'] as const) {
        const { items, counts } = await worklist(actor, { view, limit: '200' });
        expect([actor.role, view, counts[view]]).toEqual([actor.role, view, { value: items.length, isExact: true }]);
      }
  });
});

describe('the weeks of the pipeline', () => {
  it('are what the milestones add up to at once, however they were folded', async () => {
    await foldRollups(theHouse, {});
    await move(theCast().coordinator, await aRequest(), 'triage');
    await foldRollups(theHouse, {});
    const [weeks, waits] = [await sql(WEEKS), await sql(WAITS)];
    expect(weeks.length).toBeGreaterThan(0);
    await sql(`select rebuild_pipeline('America/New_York')`);
    expect([await sql(WEEKS), await sql(WAITS)]).toEqual([weeks, waits]);
  });

  it('are cut anew where the clinic moved to another clock, and not believed until then', async () => {
    const now = new Date();
    const read = () => pipelineStats(theCast().manager, {}, { now });
    const before = nearly(await read());
    await sql(`select rebuild_pipeline('Asia/Tokyo')`);
    expect(await read()).toEqual(before);
    await foldRollups(theHouse, {});
    expect(await sql('select time_zone from pipeline_zone')).toEqual([{ time_zone: 'America/New_York' }]);
  });
});

test('a longer wait is never in a lower bucket', async () => {
  const lengths = `select s + d as seconds from generate_series(-7200, 400000, 61) as s, (values (-0.000001::float8), (0), (0.5)) as near(d)
    union select 1.3 ^ n from generate_series(-20, 78) as n`;
  const wrong = await sql(
    `select * from (select seconds, wait_bucket(seconds) as bucket, lag(wait_bucket(seconds)) over (order by seconds) as before from (${lengths}) as l) as o where before > bucket`,
  );
  expect(wrong).toEqual([]);
});
