import { z } from 'zod';
import { addEvent } from '@/db/events';
import { detailsOf, intakeOf } from '@/db/intakes';
import { addMail, lastMailOf } from '@/db/mails';
import { holdRequest } from '@/db/requests';
import { barredFrom, mayRemindAgain, problemWords, REMIND_AFTER } from '@/lib/domain/mail';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { dayOf } from '@/lib/domain/working-time';
import { entry } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** Asks again for what is awaited, with the link to the person's page; at most once a day. */
export const remindPerson = entry({
  action: 'request.remind',
  input: z.strictObject({ number: requestNumber }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now, clinic }, _, request) {
    if (request.stage !== 'awaiting_info') refuse('illegal_move', 'Nothing is awaited of the person.');
    const { person, consents } = intakeOf((await detailsOf(tx, request.id)) ?? refuse('not_found'));
    const barred = barredFrom({ address: person.email ?? null, consents, doNotContact: person.doNotContact });
    if (barred) refuse('illegal_move', `${problemWords(barred)}: call instead.`);
    const last = await lastMailOf(tx, request.id, 'missing_items');
    if (last && !mayRemindAgain(last, now))
      refuse('too_many', `A message was written less than ${REMIND_AFTER} hours ago.`);
    const by = request.dueAt && request.dueAt > now ? { by: dayOf(request.dueAt, clinic.timeZone) } : {};
    const dedupeKey = `missing:${request.id}:${request.version}:${now.toISOString()}`;
    await addMail(tx, { kind: 'missing_items', requestId: request.id, dedupeKey, facts: by }, now);
    await addEvent(tx, request, actor, now, { kind: 'reminded' });
    return { number: saidNumber(request.number), version: request.version };
  },
});
