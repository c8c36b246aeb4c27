import { z } from 'zod';
import { storeView } from '@/db/views';
import { entry } from '@/lib/door/door';
import { viewHeld } from '@/lib/door/view';

/** For the whole team, or for oneself again. */
export const shareView = entry({
  action: 'view.share',
  input: z.strictObject({ viewId: z.uuid(), isShared: z.boolean() }),
  subject: (tx, { viewId }) => viewHeld(tx, viewId),

  async run({ tx }, { viewId, isShared }) {
    await storeView(tx, viewId, { isShared });
    return { viewId };
  },
});
