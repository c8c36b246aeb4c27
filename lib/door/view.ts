import { z } from 'zod';
import type { Tx } from '@/db/client';
import { countOwnViews, holdView } from '@/db/views';
import { refuse } from '@/lib/domain/refusal';
import { MOST_VIEWS, type ViewQuestion } from '@/lib/domain/views';
import { line } from './input';
import { questionInput } from './question';

export const viewName = line(60);

/** A question that may be kept: the one the URL is read by, without where a page stands and without a search. */
export const keptQuestion = questionInput.omit({ q: true, find: true, cursor: true });

export const viewQuestion = z
  .record(z.string().max(40), z.string().max(500))
  .superRefine((said, context) => {
    const { q, find, ...rest } = said;
    for (const [name, words] of Object.entries({ q, find }))
      if (words !== undefined)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'a search may name a person and is not kept in a view',
        });
    const { error } = keptQuestion.safeParse(rest);
    for (const issue of error?.issues ?? []) context.addIssue({ ...issue, input: rest } as z.core.$ZodRawIssue);
  })
  .transform((said): ViewQuestion => said);

/** A view as the subject of a change: its author's. A deleted one can only be restored. */
export async function viewHeld(tx: Tx, id: string, isDeleted = false) {
  const view = await holdView(tx, id);
  return view && (view.deletedAt !== null) === isDeleted ? view : undefined;
}

export async function roomForOneMore(tx: Tx, ownerId: string): Promise<void> {
  if ((await countOwnViews(tx, ownerId)) >= MOST_VIEWS)
    refuse('invalid', `name: you keep ${MOST_VIEWS} views already; delete one first`, [
      { path: 'name', message: `you keep ${MOST_VIEWS} views already; delete one first` },
    ]);
}
