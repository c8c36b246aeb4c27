import { z } from 'zod';
import { addEvent } from '@/db/events';
import { idleClaims, storeChange } from '@/db/requests';
import { dueFor } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';

/** A claim is a courtesy, not a lock: after 30 idle minutes the request is free again. */
const IDLE = 30 * 60_000;

export const releaseIdleClaims = opening({
  action: 'claim.expire',
  input: z.strictObject({}),
  isQuiet: true,

  async run({ tx, actor, now, clinic }) {
    const idle = await idleClaims(tx, new Date(now.getTime() - IDLE));
    for (const request of idle) {
      const freed = await storeChange(
        tx,
        request,
        {
          stage: 'ready_for_review',
          surgeonId: null,
          claimedAt: null,
          dueAt: dueFor('ready_for_review', request.urgency, now, clinic),
        },
        now,
      );
      await addEvent(tx, freed, actor, now, {
        kind: 'moved',
        from: 'in_review',
        to: 'ready_for_review',
        reason: 'the claim was idle for 30 minutes',
      });
    }
    return { released: idle.length };
  },
});
