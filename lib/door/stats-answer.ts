import { z } from 'zod';
import { VERDICTS } from '@/lib/domain/candidacy';
import { AGE_BANDS, MILESTONES } from '@/lib/domain/measures';
import { STAGES } from '@/lib/domain/stages';

const at = z.iso.datetime();
const date = z.iso.date();
const whole = z.int().min(0);
const named = z.strictObject({ id: z.uuid(), name: z.string() });
const cell = whole.nullable();
const days = z.number().nullable();
const milestone = z.enum(MILESTONES);
const ageBand = z.enum(AGE_BANDS.map(({ code }) => code) as [(typeof AGE_BANDS)[number]['code']]);
/** The numbers of the pipeline, as they leave by the API. */
export const pipelineStats = z.strictObject({
  from: date,
  to: date,
  arrivals: z.array(z.strictObject({ week: date, received: cell, decided: cell })),
  funnel: z.array(z.strictObject({ milestone, count: cell })),
  waits: z.array(z.strictObject({ from: milestone, to: milestone, median: days, p90: days, count: cell })),
  openByAge: z.array(
    z.strictObject({ stage: z.enum(STAGES), bands: z.record(ageBand, cell), total: cell, oldestDays: days }),
  ),
  reasonsForNo: z.array(z.strictObject({ code: z.string(), count: cell })),
  bySurgeon: z.array(
    z.strictObject({ surgeon: named, verdicts: z.record(z.enum(VERDICTS), cell), total: cell, medianDays: days }),
  ),
  bySource: z.array(
    z.strictObject({ source: z.string(), received: cell, complete: cell, decided: cell, candidate: cell }),
  ),
  mayOpenRows: z.boolean(),
  now: at,
});
