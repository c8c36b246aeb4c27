import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { addRequest } from '@/db/requests';
import { missingFrom } from '@/lib/domain/completeness';
import { raisesAlarm, redFlagsOf, urgencyOf } from '@/lib/domain/red-flags';
import { saidNumber } from '@/lib/domain/request';
import { dayOf, dueFor } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { intakeInput } from '@/lib/door/intake';

export const submitRequest = opening({
  action: 'request.submit',
  input: intakeInput.extend(spentDraft),

  async run({ tx, actor, now, clinic, about }, { draft: spent, ...told }) {
    const intake = {
      ...told,
      source: told.source ?? { channel: actor.role === 'intake' ? ('api' as const) : ('phone' as const) },
    };
    const flags = redFlagsOf(intake);
    const urgency = urgencyOf(flags);
    const missing = missingFrom(intake, dayOf(now, clinic.timeZone));
    const request = await addRequest(
      tx,
      intake,
      {
        flags,
        urgency,
        missing,
        dueAt: dueFor('new', urgency, now, clinic),
        alarmSince: raisesAlarm([], flags) ? now : null,
      },
      now,
    );
    await addEvent(tx, request, actor, now, {
      kind: 'received',
      to: 'new',
      facts: { source: intake.source.channel, missing },
    });
    await spendDraft(tx, actor.id, spent);
    about(request.id);
    return { number: saidNumber(request.number), statusUrl: null, version: request.version };
  },
});
