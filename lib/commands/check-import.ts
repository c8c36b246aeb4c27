import { z } from 'zod';
import { changeImport, holdImport, rememberMapping } from '@/db/imports';
import { fieldsWanting, IMPORT_FIELD_CODES } from '@/lib/domain/import-fields';
import { columnNames, DAY_ORDERS, type DayOrder, MOST_COLUMNS } from '@/lib/domain/imports';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

const field = z.enum(IMPORT_FIELD_CODES as [string, ...string[]]).nullable();

/** Says what each column means, remembers it for the source, and begins the dry run. */
export const checkImport = opening({
  action: 'import.check',
  input: z.strictObject({
    batchId: z.uuid(),
    fields: z.array(field).max(MOST_COLUMNS),
    days: z.custom<DayOrder>((said) => DAY_ORDERS.some((order) => order === said), 'choose how days are written'),
  }),

  async run({ tx, now, noted }, { batchId, fields, days }) {
    const batch = (await holdImport(tx, batchId)) ?? refuse('not_found');
    if (batch.state !== 'uploaded' && batch.state !== 'checked')
      refuse('illegal_move', 'Its columns can be chosen before anything of it is stored.');
    const columns = columnNames(batch.columns);
    const chosen = fields.filter((code) => code !== null);
    if (fields.length !== columns.length || new Set(chosen).size !== chosen.length)
      refuse('invalid', undefined, [{ path: 'fields', message: 'each column once, each field at most once' }]);
    const wanting = fieldsWanting(fields);
    if (wanting.length > 0)
      refuse(
        'incomplete',
        `Say which column is: ${wanting.map(({ words }) => words).join(', ')}.`,
        wanting.map(({ code, words }) => ({ path: code, message: `say which column is: ${words}` })),
      );
    const named = Object.fromEntries(columns.map((name, at) => [name, fields[at] ?? '']));
    await rememberMapping(tx, { source: batch.source, fields: named, days, changedAt: now });
    const anew = { done: 0, place: 0, good: 0, bad: 0, repeated: 0, alarms: 0 };
    await changeImport(tx, batchId, { ...anew, state: 'checking', mapping: { fields, days }, takes: null }, now);
    noted({ batch: batchId, rows: batch.rows });
    return { state: 'checking' as const };
  },
});
