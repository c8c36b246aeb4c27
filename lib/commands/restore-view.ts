import { z } from 'zod';
import { storeView } from '@/db/views';
import { entry } from '@/lib/door/door';
import { roomForOneMore, viewHeld } from '@/lib/door/view';

export const restoreView = entry({
  action: 'view.restore',
  input: z.strictObject({ viewId: z.uuid() }),
  subject: (tx, { viewId }) => viewHeld(tx, viewId, true),

  async run({ tx }, { viewId }, { authorId }) {
    await roomForOneMore(tx, authorId);
    await storeView(tx, viewId, { deletedAt: null });
    return { viewId };
  },
});
