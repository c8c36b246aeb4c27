import { describe, expect, it } from 'vitest';
import { rowsOf } from '@/components/stats/rows-link';
import type { Actor } from '@/lib/domain/permissions';
import { STAGES } from '@/lib/domain/stages';
import type { Cell, PipelineStats } from '@/lib/domain/stats-shown';
import { pipelineStats } from '@/lib/queries/pipeline-stats';
import { worklist } from '@/lib/queries/worklist';
import { useDatabase } from './house/database';
import { aPerson } from './house/people';
import { aRequestIn } from './house/requests';

type Opened = [name: string, count: Cell, narrowed: Record<string, string>, isOfAnyDay?: true];

describe('every number of the pipeline', () => {
  useDatabase();

  it('opens exactly as many rows as it says, for each role that may open them', async () => {
    const coordinator = await aPerson('coordinator');
    const surgeons = [await aPerson('surgeon'), await aPerson('surgeon')];
    for (const [at, stage] of [...STAGES, ...STAGES].entries())
      await aRequestIn(stage, coordinator, surgeons[at % 2] as Actor, {
        source: { channel: at % 3 ? 'web' : 'phone' },
      });

    for (const actor of [coordinator, await aPerson('manager'), ...surgeons]) {
      const stats = await pipelineStats(actor, {});
      const toRows = rowsOf(stats, actor.role === 'surgeon' ? { surgeon: actor.id } : {});
      for (const [name, count, narrowed, isOfAnyDay] of numbersOf(stats)) {
        const asked = Object.fromEntries(new URL(toRows(narrowed, isOfAnyDay) ?? '', 'http://desk').searchParams);
        const { found } = await worklist(actor, { ...asked, limit: 1 });
        expect([name, found.value]).toEqual([name, count]);
      }
    }
  }, 180_000);
});

function numbersOf(stats: PipelineStats): Opened[] {
  return [
    ...stats.funnel.map(({ milestone, count }): Opened => [milestone, count, { reached: milestone }]),
    ...stats.waits.map(({ from, to, count }): Opened => [`${from} to ${to}`, count, { reached: to }]),
    ...stats.openByAge.flatMap(({ stage, bands, total }): Opened[] => [
      [stage, total, { stage }, true],
      ...Object.entries(bands).map(([age, count]): Opened => [`${stage} ${age}`, count, { stage, age }, true]),
    ]),
    ...stats.bySurgeon.flatMap(({ surgeon, verdicts, total }): Opened[] => [
      [surgeon.name, total, { surgeon: surgeon.id }],
      ...Object.entries(verdicts).map(
        ([verdict, count]): Opened => [`${surgeon.name} ${verdict}`, count, { surgeon: surgeon.id, verdict }],
      ),
    ]),
    ...stats.bySource.flatMap(({ source, received, complete, decided, candidate }): Opened[] => [
      [source, received, { source }],
      [`${source} complete`, complete, { source, reached: 'complete' }],
      [`${source} decided`, decided, { source, reached: 'decided' }],
      [`${source} candidate`, candidate, { source, verdict: 'candidate' }],
    ]),
  ];
}
