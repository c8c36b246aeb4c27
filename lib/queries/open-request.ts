import { z } from 'zod';
import { gatherRequest } from '@/db/open-request';
import { findRequest } from '@/db/requests';
import { openRequestShown } from '@/lib/domain/open-request';
import { entry } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

export const openRequest = entry({
  action: 'request.open',
  input: z.strictObject({ number: requestNumber }),
  subject: (tx, { number }) => findRequest(tx, { number }),
  run: async ({ tx, actor, now, clinic }, _input, request) =>
    openRequestShown(actor, await gatherRequest(tx, request.id), now, clinic),
});
