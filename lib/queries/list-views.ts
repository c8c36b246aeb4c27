import { z } from 'zod';
import { deskOf } from '@/db/staff';
import { listSavedViews } from '@/db/views';
import { countFound } from '@/db/worklist';
import { countOf, EXACT_TO } from '@/lib/domain/desk';
import { may, staffIdOf } from '@/lib/domain/permissions';
import { arrangedViews, type SavedView } from '@/lib/domain/views';
import { type At, fieldsIn, opening } from '@/lib/door/door';
import { askedOf, filterOf, viewerOf } from '@/lib/door/question';
import { keptQuestion } from '@/lib/door/view';

/** One's own views and the team's, in one's own order, each tab with the rows behind it. */
export const listViews = opening({
  action: 'view.list',
  input: z.strictObject({}),
  isQuiet: true,

  async run(at): Promise<SavedView[]> {
    const { tx, actor } = at;
    const staffId = staffIdOf(actor);
    const { preferences } = await deskOf(tx, staffId);
    const { views: choices = [] } = preferences;
    const found = arrangedViews(await listSavedViews(tx, staffId), choices);
    const shown: SavedView[] = [];
    for (const { deletedAt: _, isLeftBehind, authorId, ...view } of found)
      shown.push({
        ...view,
        isMine: authorId === staffId,
        mayDelete: may(actor, 'view.delete', { authorId, isLeftBehind }),
        ...(await counted(at, view)),
      });
    return shown;
  },
});

/** By the same count as the list that the tab opens; a question of an older desk says what is wrong instead. */
async function counted({ tx, actor, now, clinic }: At, { question, isTab }: Pick<SavedView, 'question' | 'isTab'>) {
  const { data, error } = keptQuestion.safeParse(question);
  if (error)
    return {
      count: null,
      problem: fieldsIn(error)
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; '),
    };
  if (!isTab) return { count: null, problem: null };
  const filter = filterOf(askedOf(data), actor, now, clinic);
  return { count: countOf(await countFound(tx, viewerOf(actor), filter, EXACT_TO + 1)), problem: null };
}
