import { z } from 'zod';
import { addContact } from '@/db/contacts';
import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { addFollowUp, finishFollowUps } from '@/db/follow-ups';
import { holdRequest, postpone } from '@/db/requests';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES, OUTCOME_WORDS, settles } from '@/lib/domain/follow-up';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { dayOf, instantOf } from '@/lib/domain/working-time';
import { entry } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { instant, requestNumber, text } from '@/lib/door/input';

/** A contact made settles what coordinators had due by the end of today and the call-back before it; `nextAt` makes the next. */
export const logContact = entry({
  action: 'contact.log',
  input: z.strictObject({
    number: requestNumber,
    channel: z.enum(CONTACT_CHANNELS),
    outcome: z.enum(CONTACT_OUTCOMES),
    text: text(20_000).optional(),
    nextAt: instant.optional(),
    ...spentDraft,
  }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now, clinic }, { nextAt, draft: spent, ...contact }, request) {
    if (nextAt && nextAt <= now)
      refuse('incomplete', undefined, [{ path: 'nextAt', message: 'must lie in the future' }]);
    if (contact.outcome === 'told_answer' && !request.isDecided)
      refuse('incomplete', undefined, [{ path: 'outcome', message: 'there is no answer to tell yet' }]);
    const by = staffIdOf(actor);
    const id = await addContact(tx, { ...contact, requestId: request.id, staffId: by, nextAt, at: now });
    await addEvent(tx, request, actor, now, {
      kind: 'contacted',
      facts: { channel: contact.channel, outcome: contact.outcome },
    });
    const endOfToday = new Date(instantOf(dayOf(now, clinic.timeZone), 24, clinic.timeZone));
    const settled = settles(contact.outcome, nextAt !== undefined)
      ? await finishFollowUps(tx, { callsDueBy: endOfToday }, request.id, by, now)
      : [];
    for (const facts of settled) await addEvent(tx, request, actor, now, { kind: 'follow_up_done', facts });
    if (nextAt) {
      const what = `After "${OUTCOME_WORDS[contact.outcome].toLowerCase()}" by ${contact.channel.replace('_', ' ')}`;
      await addFollowUp(tx, {
        requestId: request.id,
        staffId: by,
        dueAt: nextAt,
        what,
        contactId: id,
        createdBy: by,
        createdAt: now,
      });
      await addEvent(tx, request, actor, now, { kind: 'follow_up_set', facts: { dueAt: nextAt.toISOString() } });
      if (request.stage === 'follow_up') await postpone(tx, request, nextAt);
    }
    await spendDraft(tx, actor.id, spent);
    return { number: saidNumber(request.number), contactId: id, version: request.version };
  },
});
