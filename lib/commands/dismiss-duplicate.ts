import { z } from 'zod';
import { addStrangers } from '@/db/duplicates';
import { findRequest } from '@/db/requests';
import { may, staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** "Not the same person": these two are not suggested to each other again, and who said so is kept. */
export const dismissDuplicate = entry({
  action: 'duplicate.dismiss',
  input: z.strictObject({ number: requestNumber, other: requestNumber }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, now, shown }, { other }, request) {
    const stranger = await findRequest(tx, { number: other });
    if (!stranger || stranger.id === request.id || !may(actor, 'duplicate.dismiss', stranger))
      refuse('invalid', undefined, [{ path: 'other', message: 'is not another request that you may see' }]);
    shown([stranger.id]);
    await addStrangers(tx, request.id, stranger.id, staffIdOf(actor), now);
    return { number: saidNumber(request.number), version: request.version };
  },
});
