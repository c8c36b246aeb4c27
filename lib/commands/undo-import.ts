import { z } from 'zod';
import { changeImport, holdImport } from '@/db/imports';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

/** Begins to take a whole batch back, also while it is being stored. What somebody has worked on since is named and kept. */
export const undoImport = opening({
  action: 'import.undo',
  input: z.strictObject({ batchId: z.uuid() }),

  async run({ tx, actor, now, noted }, { batchId }) {
    const batch = (await holdImport(tx, batchId)) ?? refuse('not_found');
    if (batch.state !== 'stored' && batch.state !== 'storing')
      refuse('illegal_move', 'Only what was stored can be undone.');
    const begun = { state: 'undoing', decidedBy: staffIdOf(actor), done: 0, place: 0, kept: 0 } as const;
    await changeImport(tx, batchId, begun, now);
    noted({ batch: batchId, rows: batch.stored });
    return { state: 'undoing' as const };
  },
});
