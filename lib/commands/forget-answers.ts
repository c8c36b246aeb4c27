import { z } from 'zod';
import { forgetDrafts } from '@/db/drafts';
import { forgetKeys } from '@/db/idempotency';
import { opening } from '@/lib/door/door';

/** A retry is answered from memory for 48 hours, a draft waits for 30 days. */
export const forgetAnswers = opening({
  action: 'answers.forget',
  input: z.strictObject({}),
  isQuiet: true,
  async run({ tx, now }) {
    await forgetKeys(tx, now);
    await forgetDrafts(tx, now);
  },
});
