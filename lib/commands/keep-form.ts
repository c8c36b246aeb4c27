import { z } from 'zod';
import { holdForm, storeForm } from '@/db/forms';
import { FORM_STEPS, fieldsOf } from '@/lib/domain/form-fields';
import { intakeFrom } from '@/lib/domain/form-intake';
import { problemsIn, strangeFields } from '@/lib/domain/public-form';
import { redFlagsOf, urgencyOf, withoutFollowUps } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { dayOf } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';
import { formLanguage, formToken, sealTyped, typedIn, typedInput } from '@/lib/door/form';
import { digest } from '@/lib/door/secrets';

/** Keeps a step as it was typed, wrong or not, and says whether it can be read. */
export const keepForm = opening({
  action: 'form.keep',
  isQuiet: true,
  input: z.strictObject({
    token: formToken,
    step: z.enum(FORM_STEPS),
    typed: typedInput,
    language: formLanguage.optional(),
  }),
  async run({ tx, now, clinic }, { token, step, typed, language }) {
    const strange = strangeFields(step, typed);
    if (strange.length > 0)
      refuse(
        'invalid',
        undefined,
        strange.map((path) => ({ path, message: 'is not a field of this step' })),
      );
    const form = (await holdForm(tx, digest(token), now)) ?? refuse('gone');
    if (form.sentAt) refuse('gone');
    const before = Object.entries(typedIn(form)).filter(([field]) => !fieldsOf(step).includes(field));
    const after = { ...Object.fromEntries(before), ...typed };
    await storeForm(tx, form.id, {
      answers: sealTyped(after, form.id),
      keptAt: now,
      language: language ?? form.language,
    });
    const speaks = language ?? form.language;
    return {
      isWhole: problemsIn(step, after, dayOf(now, clinic.timeZone)).length === 0,
      isEmergency: urgencyOf(redFlagsOf(withoutFollowUps(intakeFrom(after, speaks)))) === 'emergency',
      language: speaks,
    };
  },
});
