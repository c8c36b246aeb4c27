import { z } from 'zod';
import { addEvent } from '@/db/events';
import { findFollowUp, finishFollowUps } from '@/db/follow-ups';
import { holdRequest } from '@/db/requests';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';

export const completeFollowUp = entry({
  action: 'follow_up.complete',
  input: z.strictObject({ followUpId: z.uuid() }),
  async subject(tx, { followUpId }) {
    const followUp = await findFollowUp(tx, followUpId);
    const request = followUp && (await holdRequest(tx, { id: followUp.requestId }));
    return request && { ...request, staffId: followUp.staffId };
  },

  async run({ tx, actor, now }, { followUpId }, request) {
    const [facts] = await finishFollowUps(tx, { id: followUpId }, request.id, staffIdOf(actor), now);
    if (!facts) refuse('conflict', 'This follow-up is done already.');
    await addEvent(tx, request, actor, now, { kind: 'follow_up_done', facts });
    return { number: saidNumber(request.number), version: request.version };
  },
});
