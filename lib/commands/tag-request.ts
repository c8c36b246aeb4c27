import { z } from 'zod';
import { addEvent } from '@/db/events';
import { holdRequest } from '@/db/requests';
import { storeTags, tagsOf } from '@/db/tags';
import { saidNumber } from '@/lib/domain/request';
import { MOST_TAGS, tagged } from '@/lib/domain/tags';
import { entry } from '@/lib/door/door';
import { requestNumber, tag } from '@/lib/door/input';

/** What is added and taken off, not the whole list: two people who tag at once both keep theirs. */
export const tagRequest = entry({
  action: 'request.tag',
  input: z.strictObject({
    number: requestNumber,
    add: z.array(tag).max(MOST_TAGS).default([]),
    remove: z.array(tag).max(MOST_TAGS).default([]),
  }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now }, { add, remove }, request) {
    const { tags, ...changed } = tagged(await tagsOf(tx, request.id), add, remove);
    if (changed.tagged.length + changed.untagged.length > 0) {
      await storeTags(tx, request.id, tags);
      await addEvent(tx, request, actor, now, { kind: 'tagged', facts: changed });
    }
    return { number: saidNumber(request.number), tags, version: request.version };
  },
});
