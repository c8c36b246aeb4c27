import { z } from 'zod';
import { DRAFT_KINDS, NEW_REQUEST } from '@/lib/domain/drafts';
import type { Owned } from '@/lib/domain/permissions';
import { requestNumber } from './input';

/** Where a draft lies. `staffId` is whose page it was typed on: another person may have signed in behind it. */
export const draftPlace = {
  staffId: z.uuid(),
  number: requestNumber.or(z.literal(NEW_REQUEST)),
  kind: z.enum(DRAFT_KINDS),
  about: z
    .string()
    .regex(/^[\w-]{0,40}$/)
    .default(''),
};
const mark = z.uuid();
export const draftMark = mark;
export const draftMarks = z.array(mark).max(60);
/** The drafts a command makes an end of: what became a note is no draft any more. */
export const spentDraft = { draft: draftMarks.optional().describe('Marks of the draft of this desk that it was') };

/** The phone entry has no request yet: it is asked of whoever may correct any. */
export const NO_REQUEST: Owned & { readonly id: null } = { id: null };
