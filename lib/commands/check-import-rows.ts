import { z } from 'zod';
import { type Judged, judgeRows, toldAlready } from '@/db/import-rows';
import { changeImport, takeImport } from '@/db/imports';
import { raisesAlarm, redFlagsOf } from '@/lib/domain/red-flags';
import { opening } from '@/lib/door/door';
import { takeRows } from '@/lib/door/imported';

const AT_ONCE = 1_000;

/** The dry run, a thousand rows further: each is good, bad with its columns named, or told already. Nothing is stored. */
export const checkImportRows = opening({
  action: 'import.work',
  input: z.strictObject({ batchId: z.uuid() }),

  async run({ tx, now, noted }, { batchId }) {
    const batch = await takeImport(tx, batchId, 'checking');
    const { mapping } = batch ?? {};
    if (!batch || !mapping) return { isWorked: false };
    const rows = await takeRows({ batchId, after: batch.place, most: AT_ONCE, mapping, source: batch.source });
    const told = await toldAlready(
      tx,
      rows.flatMap(({ fingerprint }) => fingerprint ?? []),
      { batchId, row: batch.place },
    );
    let alarms = 0;
    const judged = rows.map(({ row, intake, fingerprint, problems }): Judged => {
      if (problems) return { row, verdict: 'bad', problems, fingerprint: null };
      if (told.has(fingerprint)) return { row, verdict: 'repeated', problems: null, fingerprint };
      told.add(fingerprint);
      if (raisesAlarm([], redFlagsOf(intake))) alarms += 1;
      return { row, verdict: 'good', problems: null, fingerprint };
    });
    await judgeRows(tx, batchId, judged);
    const of = (verdict: Judged['verdict']) => judged.filter((one) => one.verdict === verdict).length;
    await changeImport(
      tx,
      batchId,
      {
        state: rows.length < AT_ONCE ? 'checked' : 'checking',
        place: rows.at(-1)?.row ?? batch.place,
        done: batch.done + rows.length,
        good: batch.good + of('good'),
        bad: batch.bad + of('bad'),
        repeated: batch.repeated + of('repeated'),
        alarms: batch.alarms + alarms,
      },
      now,
    );
    noted({ batch: batchId, step: 'checking', rows: rows.length });
    return { isWorked: true };
  },
});
