import { z } from 'zod';
import * as imports from '@/db/imports';
import { isUnstored } from '@/lib/domain/imports';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

/** Deletes a file of which nothing was stored, with all that was read of it. */
export const dropImport = opening({
  action: 'import.drop',
  input: z.strictObject({ batchId: z.uuid() }),
  changesNothing: true,

  async run({ tx, noted }, { batchId }) {
    const batch = (await imports.holdImport(tx, batchId)) ?? refuse('not_found');
    if (!isUnstored(batch.state)) refuse('illegal_move', 'Some of it is stored: undo it instead.');
    await imports.dropImport(tx, batchId);
    noted({ batch: batchId, rows: batch.rows });
    return { dropped: batchId };
  },
});
