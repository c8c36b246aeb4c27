import { z } from 'zod';
import { findForm } from '@/db/forms';
import { linkTo } from '@/db/person-links';
import { FORM_STEPS } from '@/lib/domain/form-fields';
import { intakeFrom } from '@/lib/domain/form-intake';
import { problemsIn } from '@/lib/domain/public-form';
import { redFlagsOf, urgencyOf, withoutFollowUps } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { dayOf } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';
import { formToken, typedIn } from '@/lib/door/form';
import { tokenFor } from '@/lib/door/person-link';
import { digest } from '@/lib/door/secrets';

/** A form as far as it was typed, with what keeps each step from being read; where it was sent, the page it led to. */
export const openForm = opening({
  action: 'form.open',
  isQuiet: true,
  input: z.strictObject({ token: formToken }),
  async run({ tx, now, clinic }, { token }) {
    const form = (await findForm(tx, digest(token), now)) ?? refuse('gone');
    const typed = typedIn(form);
    const today = dayOf(now, clinic.timeZone);
    const status = form.requestId ? tokenFor(await linkTo(tx, form.requestId, now)) : null;
    return {
      language: form.language,
      endsAt: form.endsAt.toISOString(),
      timeZone: clinic.timeZone,
      typed,
      problems: Object.fromEntries(FORM_STEPS.map((step) => [step, problemsIn(step, typed, today)])) as Record<
        (typeof FORM_STEPS)[number],
        ReturnType<typeof problemsIn>
      >,
      urgency: urgencyOf(redFlagsOf(withoutFollowUps(intakeFrom(typed, form.language)))),
      status,
    };
  },
});
