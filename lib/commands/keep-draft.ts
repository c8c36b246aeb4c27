import { z } from 'zod';
import { addDraft, changeDraft, countDrafts, holdDraft } from '@/db/drafts';
import { findRequest } from '@/db/requests';
import { LONGEST_DRAFT, MOST_DRAFTS, mayGoOver, NEW_REQUEST } from '@/lib/domain/drafts';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { entry } from '@/lib/door/door';
import { draftMark, draftMarks, draftPlace, NO_REQUEST } from '@/lib/door/draft';
import { seal } from '@/lib/door/sealed';

/** Keeps what somebody has typed so far, for them alone. The newest stands: a window that has not seen it is told. */
export const keepDraft = entry({
  action: 'draft.keep',
  input: z.strictObject({
    ...draftPlace,
    value: z
      .json()
      .refine((value) => JSON.stringify(value).length <= LONGEST_DRAFT, `at most ${LONGEST_DRAFT} characters`),
    mark: draftMark,
    seen: draftMarks,
    isKept: z.boolean(),
  }),
  subject: async (tx, { number }) => (number === NEW_REQUEST ? NO_REQUEST : findRequest(tx, { number })),

  async run({ tx, actor, now }, { staffId, kind, about, value, ...typed }, { id: requestId }) {
    if (staffId !== staffIdOf(actor)) refuse('forbidden', 'Another person is signed in now.');
    const place = { staffId, requestId, kind, about };
    const stored = await holdDraft(tx, place);
    const refused = (newer: typeof stored) =>
      refuse('conflict', undefined, undefined, { savedAt: newer?.savedAt.toISOString() ?? null });
    if (!mayGoOver(stored, typed)) return refused(stored);
    const sealed = seal(JSON.stringify(value), [staffId, requestId, kind, about]);
    const words = { sealed, mark: typed.mark, savedAt: now };
    if (stored) await changeDraft(tx, place, words);
    else if ((await countDrafts(tx, staffId, requestId)) >= MOST_DRAFTS) refuse('too_large', 'Too many drafts here.');
    else if (!(await addDraft(tx, place, words))) return refused(await holdDraft(tx, place));
    return { mark: typed.mark, savedAt: now.toISOString() };
  },
});
