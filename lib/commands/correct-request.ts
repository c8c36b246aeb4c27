import { z } from 'zod';
import { addConsents } from '@/db/consents';
import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { detailsOf, intakeOf } from '@/db/intakes';
import { findRequest, storeChange, storeIntake } from '@/db/requests';
import { missingFrom } from '@/lib/domain/completeness';
import { consentsSaid } from '@/lib/domain/consents';
import { raisesAlarm, redFlagsOf, URGENCIES, urgencyOf } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { hasArrived, saidNumber, sameVersion } from '@/lib/domain/request';
import { saysTheSame } from '@/lib/domain/same';
import { dayOf, dueFor, earliest } from '@/lib/domain/working-time';
import { languageOf } from '@/lib/door/arrival';
import { entry } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { requestNumber, version } from '@/lib/door/input';
import { intakeParts } from '@/lib/door/intake';

/** Each part that is named replaces the whole part; the event keeps what it was. */
export const correctRequest = entry({
  action: 'request.correct',
  input: z.strictObject({
    number: requestNumber,
    version,
    ...z.strictObject(intakeParts).partial().shape,
    ...spentDraft,
  }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, now, clinic }, { number: _, version: against, draft: spent, ...parts }, request) {
    sameVersion(request, against);
    const details = (await detailsOf(tx, request.id)) ?? refuse('not_found');
    const before = intakeOf(details);
    const after = { ...before, ...parts };
    const changed = (Object.keys(parts) as (keyof typeof parts)[]).filter(
      (part) => !saysTheSame(before[part], after[part]),
    );
    if (changed.length === 0)
      refuse('invalid', 'Nothing was changed.', [{ path: 'body', message: 'name at least one part that differs' }]);

    const flags = redFlagsOf(after);
    // A coordinator may raise the class, never lower it; only a clinician does.
    const urgency =
      URGENCIES[Math.min(URGENCIES.indexOf(request.urgency), URGENCIES.indexOf(urgencyOf(flags)))] ?? request.urgency;
    const missing = missingFrom(after, dayOf(now, clinic.timeZone), request);
    // A red flag is due by its own clock wherever the request is; what was agreed sooner stays.
    const isRaised = raisesAlarm(details.flags, flags);
    const dueAt = isRaised ? earliest(request.dueAt, dueFor('triage', urgency, now, clinic)) : null;
    // The clock of the class that it is in now; another flag of the same class does not start it anew.
    const alarmSince = isRaised && urgency !== request.urgency ? now : (request.alarmSince ?? (isRaised ? now : null));
    const corrected = await storeIntake(tx, request, after, { flags, urgency, missing, dueAt, alarmSince }, now);
    await addEvent(tx, corrected, actor, now, {
      kind: 'corrected',
      facts: {
        parts: changed,
        missing,
        before: Object.fromEntries(changed.map((part) => [part, before[part] ?? null])),
      },
    });

    const how = { language: languageOf(after), channel: 'phone', staffId: actor.id };
    await addConsents(tx, request.id, consentsSaid(before.consents, after.consents, how.language), how, now);
    await spendDraft(tx, actor.id, spent);
    if (!hasArrived(request, missing)) return { number: saidNumber(corrected.number), version: corrected.version };

    const moved = await storeChange(
      tx,
      corrected,
      { stage: 'triage', dueAt: dueFor('triage', urgency, now, clinic) },
      now,
    );
    await addEvent(tx, moved, actor, now, {
      kind: 'moved',
      from: 'awaiting_info',
      to: 'triage',
      reason: 'the missing items arrived',
    });
    return { number: saidNumber(moved.number), version: moved.version };
  },
});
