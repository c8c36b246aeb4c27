import { z } from 'zod';
import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { addFollowUp } from '@/db/follow-ups';
import { holdRequest } from '@/db/requests';
import { findAssignable } from '@/db/staff-names';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { instant, line, requestNumber } from '@/lib/door/input';

export const scheduleFollowUp = entry({
  action: 'follow_up.schedule',
  input: z.strictObject({
    number: requestNumber,
    dueAt: instant,
    what: line(200),
    staffId: z.uuid().optional(),
    ...spentDraft,
  }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now }, { dueAt, what, staffId, draft: spent }, request) {
    if (dueAt <= now) refuse('incomplete', undefined, [{ path: 'dueAt', message: 'must lie in the future' }]);
    if (staffId && staffId !== actor.id && !(await findAssignable(tx, staffId)))
      refuse('invalid', undefined, [{ path: 'staffId', message: 'is not an active coordinator or surgeon' }]);
    const id = await addFollowUp(tx, {
      requestId: request.id,
      staffId: staffId ?? actor.id,
      dueAt,
      what,
      createdBy: actor.id,
      createdAt: now,
    });
    await addEvent(tx, request, actor, now, {
      kind: 'follow_up_set',
      facts: { dueAt: dueAt.toISOString(), staffId: staffId ?? actor.id },
    });
    await spendDraft(tx, actor.id, spent);
    return { number: saidNumber(request.number), followUpId: id, version: request.version };
  },
});
