import { z } from 'zod';
import { gatherRequest } from '@/db/open-request';
import { findRequest } from '@/db/requests';
import type { Comparison } from '@/lib/domain/comparison';
import { likeness } from '@/lib/domain/duplicates';
import { pieceOf, piecesThatDiffer, whyNotMerged } from '@/lib/domain/merging';
import { openRequestShown } from '@/lib/domain/open-request';
import { may } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { entry } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** Two requests side by side, and what would have to be chosen for one to stay. */
export const compareRequests = entry({
  action: 'request.compare',
  input: z.strictObject({ number: requestNumber, with: requestNumber }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, now, clinic, shown }, { with: other }, stays): Promise<Comparison> {
    const goes = await findRequest(tx, { number: other });
    if (!goes || goes.id === stays.id || !may(actor, 'request.compare', goes)) refuse('not_found');
    shown([goes.id]);
    const [here, there] = [await gatherRequest(tx, stays.id), await gatherRequest(tx, goes.id)];
    const differs = piecesThatDiffer(here.intake, there.intake);
    return {
      stays: openRequestShown(actor, here, now, clinic),
      goes: openRequestShown(actor, there, now, clinic),
      differs,
      onlyThere: differs.filter((piece) => pieceOf(here.intake, piece) === undefined),
      because: likeness(here.intake.person, there.intake.person)?.because ?? [],
      whyNot: whyNotMerged(stays, goes),
      whyNotTurned: whyNotMerged(goes, stays),
    };
  },
});
