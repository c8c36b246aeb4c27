import { z } from 'zod';
import { dropPieces, piecesOf } from '@/db/import-pieces';
import { addImportRows, dropImportRows } from '@/db/import-rows';
import { changeImport, takeImport } from '@/db/imports';
import { readCsvFile } from '@/lib/adapters/csv-file';
import { opening } from '@/lib/door/door';

/** Turns the bytes of a file into its rows, all or none. One that cannot be read says why and keeps nothing. */
export const readImportFile = opening({
  action: 'import.work',
  input: z.strictObject({ batchId: z.uuid() }),

  async run({ tx, now, noted }, { batchId }) {
    const batch = await takeImport(tx, batchId, 'reading');
    if (!batch) return { isWorked: false };
    const read = await readCsvFile(piecesOf(tx, batchId), (rows) => addImportRows(tx, batchId, rows));
    await dropPieces(tx, batchId);
    if ('problem' in read) {
      await dropImportRows(tx, batchId);
      await changeImport(tx, batchId, { state: 'failed', problem: read.problem }, now);
    } else {
      const { header, encoding, delimiter, rows } = read.file;
      await changeImport(tx, batchId, { state: 'uploaded', columns: [...header], encoding, delimiter, rows }, now);
    }
    noted({ batch: batchId, step: 'reading', rows: 'file' in read ? read.file.rows : 0 });
    return { isWorked: true };
  },
});
