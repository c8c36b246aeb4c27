import { z } from 'zod';
import { addEvents } from '@/db/events';
import { closeUntouched, forgetRows, keepRows, storedRowsAfter } from '@/db/import-rows';
import { changeImport, takeImport } from '@/db/imports';
import { findStaff } from '@/db/staff';
import { IMPORT_UNDONE } from '@/lib/domain/reasons';
import { opening } from '@/lib/door/door';

const AT_ONCE = 500;

/** Closes five hundred requests of a batch more: those that nobody has touched and that hold no red flag for a clinician. The others are named and stay. */
export const undoImportRows = opening({
  action: 'import.work',
  input: z.strictObject({ batchId: z.uuid() }),

  async run({ tx, now, shown, noted }, { batchId }) {
    const batch = await takeImport(tx, batchId, 'undoing');
    if (!batch?.decidedBy) return { isWorked: false };
    const rows = await storedRowsAfter(tx, batchId, batch.place, AT_ONCE);
    const kept = rows.flatMap(({ row, isTouched, alarmSince }) => {
      if (isTouched) return [{ row, keptFor: 'touched' }];
      return alarmSince ? [{ row, keptFor: 'red_flag' }] : [];
    });
    const stays = new Set(kept.map(({ row }) => row));
    const closed = rows.filter(({ row }) => !stays.has(row));
    await closeUntouched(
      tx,
      closed.map(({ id }) => id),
      now,
    );
    const by = await findStaff(tx, batch.decidedBy);
    const happened = { kind: 'moved', from: 'new', to: 'closed', reason: IMPORT_UNDONE.code } as const;
    await addEvents(
      tx,
      closed.map(({ id }) => ({ request: { id, version: 2 }, happened })),
      { id: batch.decidedBy, name: by?.name ?? 'Import', role: by?.role ?? 'coordinator' },
      now,
    );
    await keepRows(tx, batchId, kept);
    await forgetRows(
      tx,
      batchId,
      closed.map(({ row }) => row),
    );
    await changeImport(
      tx,
      batchId,
      {
        state: rows.length < AT_ONCE ? 'undone' : 'undoing',
        place: rows.at(-1)?.row ?? batch.place,
        done: batch.done + rows.length,
        kept: batch.kept + kept.length,
      },
      now,
    );
    shown(closed.map(({ id }) => id));
    noted({ batch: batchId, step: 'undoing', rows: closed.length, by: batch.decidedBy });
    return { isWorked: true };
  },
});
