import { z } from 'zod';
import { spendDraft } from '@/db/drafts';
import { addEvent } from '@/db/events';
import { addFollowUp } from '@/db/follow-ups';
import { addNote, findNote } from '@/db/notes';
import { holdRequest } from '@/db/requests';
import { may, staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';
import { spentDraft } from '@/lib/door/draft';
import { instant, requestNumber, text } from '@/lib/door/input';

export const writeNote = entry({
  action: 'note.write',
  input: z.strictObject({
    number: requestNumber,
    text: text(20_000),
    addendumTo: z.uuid().optional(),
    nextAt: instant.optional(),
    ...spentDraft,
  }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now }, { text: typed, addendumTo, nextAt, draft: spent }, request) {
    if (nextAt && nextAt <= now)
      refuse('incomplete', undefined, [{ path: 'nextAt', message: 'must lie in the future' }]);
    if (addendumTo) {
      const note = await findNote(tx, addendumTo);
      const isHere = note?.requestId === request.id && note.addendumTo === null;
      if (!isHere || !may(actor, 'note.addend', note))
        refuse('invalid', undefined, [{ path: 'addendumTo', message: 'is not a note of yours on this request' }]);
    }
    const id = await addNote(tx, {
      requestId: request.id,
      authorId: staffIdOf(actor),
      text: typed,
      addendumTo,
      at: now,
    });
    await addEvent(tx, request, actor, now, { kind: 'noted' });
    if (nextAt) {
      await addFollowUp(tx, {
        requestId: request.id,
        staffId: actor.id,
        dueAt: nextAt,
        what: firstWords(typed),
        createdBy: actor.id,
        createdAt: now,
      });
      await addEvent(tx, request, actor, now, { kind: 'follow_up_set', facts: { dueAt: nextAt.toISOString() } });
    }
    await spendDraft(tx, actor.id, spent);
    return { number: saidNumber(request.number), noteId: id, version: request.version };
  },
});

/** The follow-up list has one line for it. */
function firstWords(typed: string): string {
  const first = typed.trim().split(/[\r\n]/)[0] ?? '';
  return first.length > 120 ? `${first.slice(0, 119)}…` : first;
}
