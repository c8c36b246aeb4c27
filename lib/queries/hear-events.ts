import { z } from 'zod';
import { marksNow } from '@/db/bell';
import { markOf, markSaid } from '@/lib/domain/bell';
import { opening } from '@/lib/door/door';

/** Where a listener begins. A mark that this database cannot have given means that everything may have changed. */
export const hearEvents = opening({
  action: 'event.hear',
  input: z.strictObject({
    after: z.string().max(20_000).optional(),
    since: z.coerce.number().int().min(0).max(60).default(0),
  }),
  isQuiet: true,

  async run({ tx, now }, { after, since }) {
    const marks = await marksNow(tx, new Date(now.getTime() - since * 1_000));
    if (after === undefined) return { mark: markSaid(since > 0 ? marks.before : marks.now), isKnown: true };
    const asked = markOf(after);
    const isKnown = asked !== null && asked.below <= marks.now.below;
    return { mark: isKnown ? after : markSaid(marks.now), isKnown };
  },
});
