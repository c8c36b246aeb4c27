import { z } from 'zod';
import { changeImport, holdImport } from '@/db/imports';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

/** Begins to store a file that was checked: all of it, or by choice its good rows only. Once begun it goes on until it is whole, whatever ends in between. */
export const storeImport = opening({
  action: 'import.store',
  input: z.strictObject({ batchId: z.uuid(), takes: z.enum(['all', 'good']) }),

  async run({ tx, actor, now, noted }, { batchId, takes }) {
    const batch = (await holdImport(tx, batchId)) ?? refuse('not_found');
    if (batch.state !== 'checked') refuse('illegal_move', 'It has to be checked first, and is stored once.');
    if (takes === 'all' && batch.bad > 0)
      refuse('incomplete', `${batch.bad} rows are not good. Mend them, or store the good rows only.`, [
        { path: 'takes', message: `${batch.bad} rows are not good` },
      ]);
    if (batch.good === 0)
      refuse('incomplete', 'No row of it is new and good.', [{ path: 'takes', message: 'nothing to store' }]);
    const begun = { state: 'storing', takes, decidedBy: staffIdOf(actor), done: 0, place: 0, stored: 0 } as const;
    await changeImport(tx, batchId, begun, now);
    noted({ batch: batchId, takes, rows: batch.good });
    return { state: 'storing' as const };
  },
});
