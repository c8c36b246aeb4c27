import { z } from 'zod';
import { holdDraft, removeDraft } from '@/db/drafts';
import { findRequest } from '@/db/requests';
import { NEW_REQUEST } from '@/lib/domain/drafts';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { entry } from '@/lib/door/door';
import { draftMarks, draftPlace, NO_REQUEST } from '@/lib/door/draft';

/** Discards a draft that this window has seen; a newer one of another window stays. */
export const dropDraft = entry({
  action: 'draft.drop',
  input: z.strictObject({ ...draftPlace, seen: draftMarks }),
  subject: async (tx, { number }) => (number === NEW_REQUEST ? NO_REQUEST : findRequest(tx, { number })),

  async run({ tx, actor }, { staffId, kind, about, seen }, { id: requestId }) {
    if (staffId !== staffIdOf(actor)) refuse('forbidden', 'Another person is signed in now.');
    const place = { staffId, requestId, kind, about };
    const stored = await holdDraft(tx, place);
    if (stored && !seen.includes(stored.mark))
      refuse('conflict', undefined, undefined, { savedAt: stored.savedAt.toISOString() });
    if (stored) await removeDraft(tx, place);
    return { isDropped: stored !== undefined };
  },
});
