import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { transact } from '@/db/client';
import { rowsAfter } from '@/db/import-rows';
import { readCell } from '@/lib/domain/import-cells';
import { fieldOf } from '@/lib/domain/import-fields';
import type { CellProblem, ImportMapping } from '@/lib/domain/imports';
import type { Intake } from '@/lib/domain/intake';
import { ahead } from './ahead';
import { fieldsIn } from './door';
import { intakeInput } from './intake';

type Told = Record<string, unknown>;
export type RowRead =
  | { readonly intake: Intake; readonly fingerprint: string; readonly problems: null }
  | { readonly intake: null; readonly fingerprint: null; readonly problems: readonly CellProblem[] };

type Asked = {
  readonly batchId: string;
  readonly after: number;
  readonly most: number;
  readonly mapping: ImportMapping;
  readonly source: string;
  readonly verdict?: 'good';
};

/** Rows of a file, read: of a file at work they stand still. */
const rowsRead = ahead(async ({ batchId, after, most, mapping, source, verdict }: Asked) => {
  const rows = await transact((tx) => rowsAfter(tx, batchId, after, most, verdict));
  return rows.map(({ row, cells }) => ({ row, ...readRow(cells, mapping, source) }));
});

/** The rows of this step. Those of the next one are read while the database is busy with these. */
export async function takeRows(asked: Asked) {
  const rows = await rowsRead.take(asked);
  const last = rows.length === asked.most ? rows.at(-1) : undefined;
  if (last) rowsRead.begin({ ...asked, after: last.row });
  return rows;
}

/** One row of a file as an intake, by the same measure as any other way in; or what is wrong with it, by column and field. */
export function readRow(cells: readonly string[], mapping: ImportMapping, source: string): RowRead {
  const problems: CellProblem[] = [];
  const told: Told = {};
  for (const [column, code] of mapping.fields.entries()) {
    const field = fieldOf(code);
    const cell = cells[column] ?? '';
    if (!field || cell.trim() === '') continue;
    const read = readCell(field.kind, cell, mapping.days);
    if ('message' in read) problems.push({ column, field: field.code, message: read.message });
    else put(told, field.code, read.value);
  }
  problems.push(...tooLong(cells, mapping));
  const parsed = intakeInput.safeParse(asIntake(told, source));
  if (parsed.success && problems.length === 0) {
    const { source: _, ...rest } = parsed.data;
    const intake = { ...parsed.data, source: parsed.data.source ?? { channel: 'import' as const } };
    return { intake, fingerprint: fingerprintOf(rest), problems: null };
  }
  if (!parsed.success) problems.push(...unmet(parsed.error, mapping, problems));
  return { intake: null, fingerprint: null, problems };
}

/** A cell beyond the header's last column: a delimiter or a quote is out of place, and all after it with it. */
function tooLong(cells: readonly string[], { fields }: ImportMapping): CellProblem[] {
  const over = cells.slice(fields.length).some((cell) => cell.trim() !== '');
  if (!over) return [];
  const message = `has ${cells.length} cells where the header has ${fields.length}`;
  return [{ column: null, field: null, message }];
}

/** What the intake itself asks for, of each column once. */
function unmet(error: z.ZodError, { fields }: ImportMapping, before: readonly CellProblem[]): CellProblem[] {
  const said = new Set(before.map(({ column }) => column));
  return fieldsIn(error).flatMap(({ path, message }) => {
    const code = codeOf(path);
    const isName = code === 'person.firstName' || code === 'person.lastName';
    const at = fields.includes(code) || !isName ? fields.indexOf(code) : fields.indexOf('person.fullName');
    const column = at < 0 ? null : at;
    if (column !== null && said.has(column)) return [];
    said.add(column);
    return [{ column, field: column === null ? code : (fields[column] ?? code), message }];
  });
}

/** Lists have one element here: `imaging.0.studyDate` is the column `imaging.studyDate`. */
const codeOf = (path: string) => path.replace(/\.0(?=\.|$)/, '');

function put(told: Told, code: string, value: unknown): void {
  const [part = '', key = ''] = code.split('.');
  const into = (told[part] ?? {}) as Told;
  told[part] = into;
  if (code === 'person.fullName') Object.assign(into, value);
  else into[key] = value;
}

function asIntake(
  { person = {}, consents = {}, complaint = {}, imaging, priorSurgery, source: how, ...rest }: Told,
  source: string,
) {
  return {
    ...rest,
    person,
    consents,
    complaint: { region: 'unknown', ...(complaint as Told) },
    ...(imaging ? { imaging: [{ modality: 'MR', ...(imaging as Told) }] } : {}),
    ...(priorSurgery ? { priorSurgery: { had: 'unknown', ...(priorSurgery as Told) } } : {}),
    source: { campaign: source, ...(how as Told | undefined), channel: 'import' },
  };
}

/** Equal for rows that tell the same, whichever file and column they stand in. */
function fingerprintOf(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 27);
}
