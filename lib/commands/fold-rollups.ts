import { z } from 'zod';
import { foldPipeline } from '@/db/pipeline-weeks';
import { foldTallies } from '@/db/tallies';
import { opening } from '@/lib/door/door';

/** Counts are kept as lines added by whoever changes something; now and then they are added up. The sum stays the same. */
export const foldRollups = opening({
  action: 'rollups.fold',
  input: z.strictObject({}),
  isQuiet: true,
  async run({ tx, clinic }) {
    await foldTallies(tx);
    await foldPipeline(tx, clinic.timeZone);
  },
});
