import { z } from 'zod';
import { nextClaimable } from '@/db/claims';
import { addEvent } from '@/db/events';
import { storeChange } from '@/db/requests';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { moveTo, saidNumber } from '@/lib/domain/request';
import { dueFor } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';

/** Takes the most urgent, longest due request that is free or kept for this surgeon. Two who ask at once get two. */
export const claimRequest = opening({
  action: 'request.claim',
  input: z.strictObject({}),

  async run({ tx, actor, now, clinic, about }) {
    const request =
      (await nextClaimable(tx, staffIdOf(actor))) ?? refuse('not_found', 'Nobody is waiting for a surgeon.');
    about(request.id);
    moveTo(actor, request, 'in_review', 'request.claim');
    const claimed = await storeChange(
      tx,
      request,
      {
        stage: 'in_review',
        surgeonId: actor.id,
        claimedAt: now,
        dueAt: dueFor('in_review', request.urgency, now, clinic),
      },
      now,
    );
    await addEvent(tx, claimed, actor, now, { kind: 'moved', from: 'ready_for_review', to: 'in_review' });
    return { number: saidNumber(claimed.number), version: claimed.version };
  },
});
