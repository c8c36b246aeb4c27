import { z } from 'zod';
import { addView } from '@/db/views';
import { may, staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';
import { askedOf, filterOf } from '@/lib/door/question';
import { keptQuestion, roomForOneMore, viewName, viewQuestion } from '@/lib/door/view';

/** The question that stands now, under a name. */
export const saveView = opening({
  action: 'view.save',
  input: z.strictObject({ name: viewName, question: viewQuestion, isShared: z.boolean().default(false) }),

  async run({ tx, actor, now, clinic, about }, { name, question, isShared }) {
    const ownerId = staffIdOf(actor);
    if (isShared && !may(actor, 'view.share', { authorId: ownerId }))
      refuse('invalid', undefined, [{ path: 'isShared', message: 'your role keeps its views to itself' }]);
    // Asked once, so that what cannot be asked is not kept.
    filterOf(askedOf(keptQuestion.parse(question)), actor, now, clinic);
    await roomForOneMore(tx, ownerId);
    const viewId = await addView(tx, { ownerId, name, question, isShared, createdAt: now });
    about(viewId);
    return { viewId };
  },
});
