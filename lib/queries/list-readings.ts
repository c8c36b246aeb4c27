import { z } from 'zod';
import { listReadings as findReadings } from '@/db/readings';
import { staffIdOf } from '@/lib/domain/permissions';
import { READING_LASTS, type Readings } from '@/lib/domain/reading';
import { saidNumber } from '@/lib/domain/request';
import { opening } from '@/lib/door/door';

/** Names of staff beside numbers of requests: about no person. */
export const listReadings = opening({
  action: 'reading.list',
  input: z.strictObject({}),
  isQuiet: true,

  async run({ tx, actor, now }): Promise<Readings> {
    const viewer = { id: staffIdOf(actor), isSurgeon: actor.role === 'surgeon' };
    const rows = await findReadings(tx, viewer, new Date(now.getTime() - READING_LASTS));
    return {
      items: rows.map(({ number, readerId, readerName, since, seenAt }) => ({
        number: saidNumber(number),
        reader: { id: readerId, name: readerName },
        since: since.toISOString(),
        until: new Date(seenAt.getTime() + READING_LASTS).toISOString(),
      })),
      now: now.toISOString(),
    };
  },
});
