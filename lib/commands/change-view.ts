import { z } from 'zod';
import { storeView } from '@/db/views';
import { entry } from '@/lib/door/door';
import { askedOf, filterOf } from '@/lib/door/question';
import { keptQuestion, viewHeld, viewName, viewQuestion } from '@/lib/door/view';

/** Another name, or the question that stands now. */
export const changeView = entry({
  action: 'view.change',
  input: z.strictObject({ viewId: z.uuid(), name: viewName.optional(), question: viewQuestion.optional() }),
  subject: (tx, { viewId }) => viewHeld(tx, viewId),

  async run({ tx, actor, now, clinic }, { viewId, name, question }, view) {
    if (question) filterOf(askedOf(keptQuestion.parse(question)), actor, now, clinic);
    await storeView(tx, viewId, { name: name ?? view.name, question: question ?? view.question });
    return { viewId };
  },
});
