import { z } from 'zod';
import { addImport } from '@/db/imports';
import { MOST_BYTES } from '@/lib/domain/imports';
import { staffIdOf } from '@/lib/domain/permissions';
import { opening } from '@/lib/door/door';
import { line } from '@/lib/door/input';

/** Announces a file; its pieces follow. `bytes` is its whole length. */
export const beginImport = opening({
  action: 'import.upload',
  input: z.strictObject({
    source: line(100),
    fileName: line(255),
    bytes: z.number().int().min(1, 'the file is empty').max(MOST_BYTES, 'at most 100 MB: split the file'),
  }),
  changesNothing: true,

  async run({ tx, actor, now, noted }, { source, fileName, bytes }) {
    const batchId = await addImport(tx, { source, fileName, createdBy: staffIdOf(actor), at: now });
    noted({ batch: batchId, bytes });
    return { batchId };
  },
});
