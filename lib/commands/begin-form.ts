import { z } from 'zod';
import { addForm } from '@/db/forms';
import { opening } from '@/lib/door/door';
import { FORM_WAITS, formLanguage } from '@/lib/door/form';
import { digest, newToken } from '@/lib/door/secrets';

/** A form of one's own, with an address to come back to. Of nobody yet: nothing is audited before it is sent. */
export const beginForm = opening({
  action: 'form.begin',
  isQuiet: true,
  input: z.strictObject({ language: formLanguage }),
  async run({ tx, now }, { language }) {
    const token = newToken();
    const endsAt = new Date(now.getTime() + FORM_WAITS * 3_600_000);
    await addForm(tx, { tokenHash: digest(token), language, begunAt: now, endsAt });
    return { token };
  },
});
