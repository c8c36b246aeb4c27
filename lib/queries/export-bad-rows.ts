import { z } from 'zod';
import { badRowsAfter } from '@/db/import-rows';
import { findImport } from '@/db/imports';
import { columnNames } from '@/lib/domain/imports';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

const AT_ONCE = 500;

/** The bad rows of a file as they came, each with what is wrong, to be mended and sent again. A part at a time, from row `cursor` on. */
export const exportBadRows = opening({
  action: 'import.export',
  input: z.strictObject({ batch: z.uuid(), cursor: z.coerce.number().int().min(0).max(10_000_000).default(0) }),

  async run({ tx, noted }, { batch: batchId, cursor }) {
    const batch = (await findImport(tx, batchId)) ?? refuse('not_found');
    const columns = columnNames(batch.columns);
    const rows = await badRowsAfter(tx, batchId, cursor, AT_ONCE);
    noted({ batch: batchId, rows: rows.length });
    const head = cursor === 0 ? [[...columns, 'Row', 'What is wrong']] : [];
    const lines = rows.map(({ row, cells, problems }) => [
      ...columns.map((_, at) => cells[at] ?? ''),
      row,
      (problems ?? [])
        .map(({ column, field, message }) => `${column === null ? (field ?? '') : columns[column]}: ${message}`)
        .join('; '),
    ]);
    return {
      lines: [...head, ...lines],
      nextCursor: rows.length < AT_ONCE ? null : String(rows.at(-1)?.row),
    };
  },
});
