import { z } from 'zod';
import { addEvent } from '@/db/events';
import { holdForm, storeForm } from '@/db/forms';
import { linkTo } from '@/db/person-links';
import { findRequest, storeChange } from '@/db/requests';
import { FORM_STEPS } from '@/lib/domain/form-fields';
import { intakeFrom } from '@/lib/domain/form-intake';
import { problemsIn } from '@/lib/domain/public-form';
import { refuse } from '@/lib/domain/refusal';
import { dayOf } from '@/lib/domain/working-time';
import { arrive, named } from '@/lib/door/arrival';
import { type At, fieldsIn, opening } from '@/lib/door/door';
import { formToken, looksLikeSpam, typedIn } from '@/lib/door/form';
import { intakeInput } from '@/lib/door/intake';
import { tokenFor } from '@/lib/door/person-link';
import { digest } from '@/lib/door/secrets';

/** A whole form becomes a request, once: sent again it answers with the same page. */
export const sendForm = opening({
  action: 'form.send',
  input: z.strictObject({ token: formToken }),

  async run(at, { token }) {
    const { tx, now, clinic, about } = at;
    const form = (await holdForm(tx, digest(token), now)) ?? refuse('gone');
    const { language } = form;
    if (form.requestId) return { language, status: tokenFor(await linkTo(tx, form.requestId, now)) };

    const typed = typedIn(form);
    const today = dayOf(now, clinic.timeZone);
    const problems = FORM_STEPS.flatMap((step) => problemsIn(step, typed, today));
    const told = intakeInput.safeParse(intakeFrom(typed, language));
    const fields = [
      ...problems.map(({ field, code }) => ({ path: field, message: code })),
      ...(told.success ? [] : fieldsIn(told.error)),
    ];
    if (fields.length > 0 || !told.success) return refuse('incomplete', undefined, fields);

    const request = await arrive(at, { ...told.data, source: { channel: 'web' } });
    about(request.id);
    // What may be an emergency is looked at by a person, however it was sent.
    const isSuspect = looksLikeSpam(typed, form.begunAt, now) && !request.alarmSince && !request.isRepeat;
    if (isSuspect) await setAside(at, request.id);
    await storeForm(tx, form.id, { answers: null, sentAt: now, requestId: request.id });
    return { language, status: tokenFor(await linkTo(tx, request.id, now)) };
  },
});

/** Closed as spam: out of every queue, in the list of all, and opened again by whoever sees that it is none. */
async function setAside({ tx, actor, now }: At, id: string) {
  const request = (await findRequest(tx, { id })) ?? refuse('not_found');
  const closed = await storeChange(tx, request, { stage: 'closed', dueAt: null }, now);
  await addEvent(tx, closed, named(actor), now, { kind: 'moved', from: 'new', to: 'closed', reason: 'SPAM' });
}
