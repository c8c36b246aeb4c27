import { z } from 'zod';
import { badRowsAfter, firstRows, keptRows } from '@/db/import-rows';
import { findImport, listImports, mappingOf } from '@/db/imports';
import { dayOrderOf } from '@/lib/domain/import-cells';
import { fieldOf, suggestFields } from '@/lib/domain/import-fields';
import { columnNames, type ImportShown, ROWS_A_PAGE } from '@/lib/domain/imports';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber } from '@/lib/domain/request';
import { opening } from '@/lib/door/door';

const SAMPLE = 1_000;
const SHOWN = 3;

/** One file: what its columns mean as chosen or as they seem to, and its bad rows after row `after`. */
export const openImport = opening({
  action: 'import.open',
  input: z.strictObject({ batchId: z.uuid(), after: z.coerce.number().int().min(0).max(10_000_000).default(0) }),

  async run({ tx, now, noted }, { batchId, after }): Promise<ImportShown> {
    const [batch, [found]] = [await findImport(tx, batchId), await listImports(tx, batchId)];
    if (!batch || !found || batch.state === 'uploading') refuse('not_found');
    const columns = columnNames(batch.columns);
    const isMapped = batch.state === 'uploaded' || batch.state === 'checked';
    const sample = isMapped ? await firstRows(tx, batchId, SAMPLE) : [];
    const remembered = await mappingOf(tx, batch.source);
    const fields = batch.mapping?.fields ?? suggestFields(columns, remembered?.fields);
    const bad = await badRowsAfter(tx, batchId, after, ROWS_A_PAGE + 1);
    const rows = bad.slice(0, ROWS_A_PAGE);
    noted({ batch: batchId, rows: rows.length });
    return {
      batch: { ...found, createdAt: found.createdAt.toISOString(), changedAt: found.changedAt.toISOString() },
      encoding: batch.encoding,
      delimiter: batch.delimiter,
      columns: columns.map((name, at) => ({ name, sample: samplesOf(sample, at) })),
      fields,
      days: batch.mapping?.days ?? daysOf(sample, fields) ?? remembered?.days ?? null,
      isRemembered: remembered !== undefined,
      bad: rows.map(({ row, cells, problems }) => ({
        row,
        problems: (problems ?? []).map(({ column, field, message }) => ({
          column: column === null ? null : (columns[column] ?? null),
          field: fieldOf(field)?.words ?? field,
          message,
          value: column === null ? null : (cells[column] ?? ''),
        })),
      })),
      nextAfter: bad.length > ROWS_A_PAGE ? (rows.at(-1)?.row ?? null) : null,
      kept: (await keptRows(tx, batchId, ROWS_A_PAGE)).map(({ row, number, keptFor }) => ({
        row,
        number: saidNumber(number),
        keptFor,
      })),
      now: now.toISOString(),
    };
  },
});

/** A few that say something, each once. */
function samplesOf(sample: readonly (readonly string[])[], column: number): string[] {
  const said = sample.map((cells) => cells[column]?.trim() ?? '').filter(Boolean);
  return [...new Set(said)].slice(0, SHOWN).map((cell) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell));
}

/** Only where all days of the sample agree on one order. */
function daysOf(sample: readonly (readonly string[])[], fields: readonly (string | null)[]) {
  const columns = fields.flatMap((code, at) => (fieldOf(code)?.kind === 'day' ? [at] : []));
  return dayOrderOf(sample.flatMap((cells) => columns.map((at) => cells[at] ?? '')));
}
