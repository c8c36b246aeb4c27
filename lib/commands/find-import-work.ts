import { z } from 'zod';
import { importAtWork } from '@/db/imports';
import { opening } from '@/lib/door/door';

/** Which file the house has to go on with, and at what. */
export const findImportWork = opening({
  action: 'import.work',
  input: z.strictObject({}),
  isQuiet: true,
  run: async ({ tx }) => (await importAtWork(tx)) ?? null,
});
