import { z } from 'zod';
import { addEvent } from '@/db/events';
import { holdRequest, storeChange } from '@/db/requests';
import { graverThan, isAlarming, URGENCIES } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber, sameVersion } from '@/lib/domain/request';
import { OPEN_STAGES } from '@/lib/domain/stages';
import { dueFor, earliest } from '@/lib/domain/working-time';
import { entry } from '@/lib/door/door';
import { requestNumber, text, version } from '@/lib/door/input';

/** Somebody hears what no answer of the script says. Raised, never lowered; a class that alarms runs by its own clock from now on. */
export const raiseUrgency = entry({
  action: 'request.raise',
  input: z.strictObject({ number: requestNumber, version, urgency: z.enum(URGENCIES), reason: text(1_000) }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now, clinic }, { version: against, urgency, reason }, request) {
    sameVersion(request, against);
    if (!OPEN_STAGES.includes(request.stage)) refuse('illegal_move', 'The request has ended.');
    const { urgency: was } = request;
    if (!graverThan(was).includes(urgency))
      refuse('invalid', undefined, [{ path: 'urgency', message: `stands at ${was}: choose a graver class` }]);
    const dueAt = earliest(request.dueAt, dueFor('triage', urgency, now, clinic));
    const alarm = isAlarming(urgency) ? { alarmSince: now } : {};
    const raised = await storeChange(tx, { ...request, urgency }, { urgency, dueAt, ...alarm }, now);
    await addEvent(tx, raised, actor, now, { kind: 'raised', reason, facts: { urgency: { from: was, to: urgency } } });
    return { number: saidNumber(raised.number), version: raised.version };
  },
});
