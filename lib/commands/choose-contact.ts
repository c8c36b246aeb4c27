import { z } from 'zod';
import { addConsents } from '@/db/consents';
import { addEvent } from '@/db/events';
import { detailsOf, intakeOf } from '@/db/intakes';
import { storeIntake } from '@/db/requests';
import { missingFrom } from '@/lib/domain/completeness';
import { consentsSaid } from '@/lib/domain/consents';
import { PREFERRED_CHANNELS } from '@/lib/domain/intake';
import { refuse } from '@/lib/domain/refusal';
import { saysTheSame } from '@/lib/domain/same';
import { dayOf } from '@/lib/domain/working-time';
import { languageOf, named } from '@/lib/door/arrival';
import { opening } from '@/lib/door/door';
import { isSeen, personToken, requestOf } from '@/lib/door/person-link';

/** How the person wants to be reached from now on. What was agreed before stays in the record. */
export const chooseContact = opening({
  action: 'contact.choose',
  input: z.strictObject({
    token: personToken,
    proof: z.string().max(200).optional(),
    preferredChannel: z.enum(PREFERRED_CHANNELS),
    phone: z.boolean(),
    text: z.boolean(),
    email: z.boolean(),
  }),
  async run({ tx, actor, now, clinic, about }, { token, proof, preferredChannel, phone, text, email }) {
    const request = (await requestOf(tx, token, now)) ?? refuse('gone');
    about(request.id);
    if (!isSeen(token, proof, now)) refuse('unauthenticated');
    if (preferredChannel !== 'unknown' && !{ phone, text, email }[preferredChannel])
      refuse('invalid', undefined, [{ path: preferredChannel, message: 'is how you want to be reached: allow it' }]);
    const details = (await detailsOf(tx, request.id)) ?? refuse('gone');
    const before = intakeOf(details);
    const after = {
      ...before,
      person: { ...before.person, preferredChannel },
      consents: { ...before.consents, phone, text, email },
    };
    const parts = (['person', 'consents'] as const).filter((part) => !saysTheSame(before[part], after[part]));
    if (parts.length === 0) return { isChanged: false };
    const { flags } = details;
    const { urgency, alarmSince } = request;
    const missing = missingFrom(after, dayOf(now, clinic.timeZone), request);
    const stored = await storeIntake(tx, request, after, { flags, urgency, missing, dueAt: null, alarmSince }, now);
    const how = { language: languageOf(before), channel: 'web', staffId: null };
    await addConsents(tx, request.id, consentsSaid(before.consents, after.consents, how.language), how, now);
    await addEvent(tx, stored, named(actor), now, {
      kind: 'corrected',
      facts: { parts, missing, before: Object.fromEntries(parts.map((part) => [part, before[part]])) },
    });
    return { isChanged: true };
  },
});
