import { z } from 'zod';
import { storeView } from '@/db/views';
import { entry } from '@/lib/door/door';
import { viewHeld } from '@/lib/door/view';

/** For everybody who saw it. Whoever did it may take that back. */
export const deleteView = entry({
  action: 'view.delete',
  input: z.strictObject({ viewId: z.uuid() }),
  subject: (tx, { viewId }) => viewHeld(tx, viewId),

  async run({ tx, now }, { viewId }) {
    await storeView(tx, viewId, { deletedAt: now });
    return { viewId };
  },
});
