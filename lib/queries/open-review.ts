import { z } from 'zod';
import { countClaimable, inHandOf, keepClaim } from '@/db/claims';
import { countDecidedSince } from '@/db/decisions';
import { gatherRequest } from '@/db/open-request';
import type { Review } from '@/lib/domain/desk';
import { openRequestShown } from '@/lib/domain/open-request';
import { staffIdOf } from '@/lib/domain/permissions';
import { dayOf, instantOf } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';

export const openReview = opening({
  action: 'review.open',
  input: z.strictObject({}),

  async run({ tx, actor, now, clinic, about }): Promise<Review> {
    const surgeonId = staffIdOf(actor);
    const inHand = await inHandOf(tx, surgeonId);
    if (inHand) {
      about(inHand);
      await keepClaim(tx, inHand, now);
    }
    const startOfToday = instantOf(dayOf(now, clinic.timeZone), 0, clinic.timeZone);
    return {
      inHand: inHand ? openRequestShown(actor, await gatherRequest(tx, inHand), now, clinic) : null,
      ...(await countClaimable(tx, surgeonId)),
      decidedToday: await countDecidedSince(tx, surgeonId, startOfToday),
    };
  },
});
