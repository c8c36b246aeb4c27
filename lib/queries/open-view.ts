import { z } from 'zod';
import { findViewFor } from '@/db/views';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

const NOT_YOURS = 'It was deleted, or it is somebody’s own. Who made it can share it with the team.';

/** The question behind a link to a saved view. */
export const openView = opening({
  action: 'view.open',
  input: z.strictObject({ viewId: z.uuid('is not the link of a view') }),
  isQuiet: true,

  async run({ tx, actor }, { viewId }) {
    const view = (await findViewFor(tx, viewId, staffIdOf(actor))) ?? refuse('not_found', NOT_YOURS);
    return { viewId, name: view.name, question: view.question };
  },
});
