import { z } from 'zod';
import { forgetKeys } from '@/db/idempotency';
import { opening } from '@/lib/door/door';

/** A retry is answered from memory for 48 hours. */
export const forgetAnswers = opening({
  action: 'answers.forget',
  input: z.strictObject({}),
  isQuiet: true,
  run: async ({ tx, now }) => forgetKeys(tx, now),
});
