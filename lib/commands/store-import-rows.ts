import { z } from 'zod';
import { settleRows, toldAlready } from '@/db/import-rows';
import { changeImport, takeImport } from '@/db/imports';
import { findStaff } from '@/db/staff';
import { arriveAll } from '@/lib/door/arrival';
import { opening } from '@/lib/door/door';
import { takeRows } from '@/lib/door/imported';

const AT_ONCE = 500;

/** Five hundred requests more, in the name of whoever chose to store them, with one line of the audit that names them all. A step is whole or was not: after a crash the next one goes on from the last that was. */
export const storeImportRows = opening({
  action: 'import.work',
  input: z.strictObject({ batchId: z.uuid() }),

  async run(at, { batchId }) {
    const { tx, now, shown, noted } = at;
    const batch = await takeImport(tx, batchId, 'storing');
    const { mapping, decidedBy } = batch ?? {};
    if (!batch || !mapping || !decidedBy) return { isWorked: false };
    const asked = { batchId, after: batch.place, most: AT_ONCE, mapping, source: batch.source };
    const rows = await takeRows({ ...asked, verdict: 'good' });
    // Another file may have brought the same row since it was checked.
    const told = await toldAlready(
      tx,
      rows.flatMap(({ fingerprint }) => fingerprint ?? []),
    );
    const fresh = rows.flatMap(({ row, intake, fingerprint }) =>
      intake && !told.has(fingerprint) ? [{ row, intake }] : [],
    );
    const by = await findStaff(tx, decidedBy);
    const added = await arriveAll(
      at,
      fresh.map(({ intake }) => intake),
      { id: decidedBy, name: by?.name ?? 'Import', role: by?.role ?? 'coordinator', sessionId: null },
    );
    await settleRows(
      tx,
      batchId,
      added.map(({ id }, nth) => ({ row: fresh[nth]?.row ?? 0, requestId: id })),
    );
    await changeImport(
      tx,
      batchId,
      {
        state: rows.length < AT_ONCE ? 'stored' : 'storing',
        place: rows.at(-1)?.row ?? batch.place,
        done: batch.done + rows.length,
        stored: batch.stored + added.length,
        repeated: batch.repeated + rows.length - added.length,
      },
      now,
    );
    shown(added.map(({ id }) => id));
    noted({ batch: batchId, step: 'storing', rows: added.length, by: decidedBy });
    return { isWorked: true };
  },
});
