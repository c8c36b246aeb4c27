import { z } from 'zod';
import { acknowledge, endEscalation } from '@/db/alarms';
import { addEvent } from '@/db/events';
import { keepNextDate } from '@/db/follow-ups';
import { holdRequest } from '@/db/requests';
import { ESCALATED } from '@/lib/domain/alarms';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** "I have this one": stops the clock, and nothing else. It stays pinned until a clinician answers. */
export const acknowledgeAlarm = entry({
  action: 'alarm.acknowledge',
  input: z.strictObject({ number: requestNumber }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now }, _, request) {
    if (!request.alarmSince) refuse('illegal_move', 'No red flag waits on this request.');
    const staffId = staffIdOf(actor);
    if (await acknowledge(tx, request.id, request.alarmSince, staffId, now)) {
      await endEscalation(tx, request.id, ESCALATED, staffId, now);
      await keepNextDate(tx, request.id);
      await addEvent(tx, request, actor, now, { kind: 'acknowledged' });
    }
    return { number: saidNumber(request.number), version: request.version };
  },
});
