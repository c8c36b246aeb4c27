import { z } from 'zod';
import { keepOwnClaim } from '@/db/claims';
import { endReading, forgetReadings, storeReading } from '@/db/readings';
import { findRequest } from '@/db/requests';
import { staffIdOf } from '@/lib/domain/permissions';
import { READING_LASTS } from '@/lib/domain/reading';
import { saidNumber } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';
import { requestNumber } from '@/lib/door/input';

/** "I have this open", said again and again. It locks nothing; the claim of who reads it stays alive by it. */
export const keepReading = entry({
  action: 'reading.keep',
  input: z.strictObject({ number: requestNumber, isHere: z.boolean().default(true) }),
  subject: (tx, { number }) => findRequest(tx, { number }),
  isQuiet: true,

  async run({ tx, actor, now }, { isHere }, request) {
    const staffId = staffIdOf(actor);
    const lapsed = new Date(now.getTime() - READING_LASTS);
    if (isHere) {
      await forgetReadings(tx, staffId, lapsed);
      await storeReading(tx, request.id, staffId, now);
      await keepOwnClaim(tx, request.id, staffId, now);
    } else await endReading(tx, request.id, staffId);
    return { number: saidNumber(request.number), version: request.version };
  },
});
