import { z } from 'zod';
import { countPipeline } from '@/db/pipeline-weeks';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import { may, staffIdOf } from '@/lib/domain/permissions';
import { statsShown } from '@/lib/domain/pipeline';
import { refuse } from '@/lib/domain/refusal';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { dayAfter, dayOf, instantOf } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';
import { day } from '@/lib/door/input';

const USUAL_DAYS = 90;
const MOST_YEARS = 10;

export const pipelineStats = opening({
  action: 'stats.read',
  input: z.strictObject({ from: day.optional(), to: day.optional(), source: z.enum(SOURCE_CHANNELS).optional() }),
  isQuiet: true,
  async run({ tx, actor, now, clinic }, asked): Promise<PipelineStats> {
    const to = asked.to ?? dayOf(now, clinic.timeZone);
    const from = asked.from ?? dayAfter(to, 1 - USUAL_DAYS);
    if (from > to) refuse('invalid', 'from: must not be after to', [{ path: 'from', message: 'must not be after to' }]);
    if (dayAfter(from, MOST_YEARS * 366) < to)
      refuse('invalid', `from: at most ${MOST_YEARS} years`, [
        { path: 'from', message: `at most ${MOST_YEARS} years before to` },
      ]);
    const startOf = (date: string) => instantOf(date, 0, clinic.timeZone);
    const surgeonId = actor.role === 'surgeon' ? staffIdOf(actor) : undefined;
    const cohort = { from: startOf(from), before: startOf(dayAfter(to, 1)), source: asked.source, surgeonId };
    const counted = await countPipeline(tx, cohort, clinic.timeZone, now);
    return statsShown({ from, to, mayOpenRows: may(actor, 'request.list'), now: now.toISOString() }, counted);
  },
});
