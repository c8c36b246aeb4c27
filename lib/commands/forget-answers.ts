import { z } from 'zod';
import { forgetDrafts } from '@/db/drafts';
import { forgetForms } from '@/db/forms';
import { forgetKeys } from '@/db/idempotency';
import { dropImport, staleImports } from '@/db/imports';
import { forgetFailures } from '@/db/sign-in-failures';
import { opening } from '@/lib/door/door';

/** A retry is answered from memory for 48 hours, a draft waits for 30 days, a wrong password counts for one, a public form for 72 hours; a file nobody stored waits as long as a draft. */
export const forgetAnswers = opening({
  action: 'answers.forget',
  input: z.strictObject({}),
  isQuiet: true,
  async run({ tx, now }) {
    await forgetKeys(tx, now);
    await forgetDrafts(tx, now);
    await forgetFailures(tx, now);
    await forgetForms(tx, now);
    for (const id of await staleImports(tx, now)) await dropImport(tx, id);
  },
});
