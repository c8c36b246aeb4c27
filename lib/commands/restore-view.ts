import { z } from 'zod';
import { storeView } from '@/db/views';
import { staffIdOf } from '@/lib/domain/permissions';
import { entry } from '@/lib/door/door';
import { roomForOneMore, viewHeld } from '@/lib/door/view';

export const restoreView = entry({
  action: 'view.restore',
  input: z.strictObject({ viewId: z.uuid() }),
  subject: (tx, { viewId }) => viewHeld(tx, viewId, true),

  async run({ tx, actor }, { viewId }) {
    await roomForOneMore(tx, staffIdOf(actor));
    await storeView(tx, viewId, { deletedAt: null });
    return { viewId };
  },
});
