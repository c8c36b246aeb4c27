import { z } from 'zod';
import { escalate, missedAlarms, raiseToEmergency } from '@/db/alarms';
import { addEvent } from '@/db/events';
import { addFollowUp } from '@/db/follow-ups';
import { addMail } from '@/db/mails';
import { listManagers } from '@/db/staff-names';
import { ESCALATED, lateBefore } from '@/lib/domain/alarms';
import { saidNumber } from '@/lib/domain/request';
import { opening } from '@/lib/door/door';

/** A red flag that nobody acknowledged in time is every manager's, and an emergency from then on. */
export const escalateAlarms = opening({
  action: 'alarm.escalate',
  input: z.strictObject({}),
  isQuiet: true,

  async run({ tx, actor, now }) {
    const missed = await missedAlarms(tx, lateBefore(now));
    const managers = missed.length > 0 ? await listManagers(tx) : [];
    for (const { alarmSince, ...request } of missed) {
      if (!alarmSince) continue;
      await escalate(tx, request.id, alarmSince, now);
      if (request.urgency !== 'emergency') await raiseToEmergency(tx, request.id);
      await addEvent(tx, request, actor, now, { kind: 'escalated' });
      const call = { requestId: request.id, dueAt: now, what: ESCALATED, createdBy: null, createdAt: now };
      for (const { id } of managers) {
        await addFollowUp(tx, { ...call, staffId: id });
        const dedupeKey = `escalation:${request.id}:${alarmSince.getTime()}:${id}`;
        await addMail(
          tx,
          { kind: 'escalation', staffId: id, facts: { request: saidNumber(request.number) }, dedupeKey },
          now,
        );
      }
    }
    return { escalated: missed.length };
  },
});
