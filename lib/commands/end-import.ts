import { z } from 'zod';
import { measurePieces } from '@/db/import-pieces';
import { changeImport, dropImport, holdImport, importOf } from '@/db/imports';
import { MOST_BYTES } from '@/lib/domain/imports';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

/** All pieces are here. The same bytes as an earlier file's lead to that one, and nothing is kept twice. */
export const endImport = opening({
  action: 'import.upload',
  input: z.strictObject({ batchId: z.uuid(), bytes: z.number().int().min(1).max(MOST_BYTES) }),
  changesNothing: true,

  async run({ tx, actor, now, noted }, { batchId, bytes }) {
    const found = await holdImport(tx, batchId);
    if (!found || found.createdBy !== actor.id || found.state !== 'uploading') refuse('not_found');
    const whole = await measurePieces(tx, batchId);
    if (!whole?.sha256 || whole.bytes !== bytes)
      refuse('incomplete', 'Some of the file did not arrive. Send it again.', [
        { path: 'bytes', message: `${whole?.bytes ?? 0} of ${bytes} arrived` },
      ]);
    const earlier = await importOf(tx, whole.sha256, batchId);
    noted({ batch: earlier ?? batchId, isRepeat: earlier !== undefined });
    if (earlier) await dropImport(tx, batchId);
    else await changeImport(tx, batchId, { state: 'reading', sha256: whole.sha256 }, now);
    return { batchId: earlier ?? batchId, isRepeat: earlier !== undefined };
  },
});
