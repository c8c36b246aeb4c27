import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { CellProblem, RowVerdict } from '@/lib/domain/imports';
import type { Tx } from './client';
import { importRows } from './schema/imports';
import { requests } from './schema/request';

export type ImportRow = { readonly row: number; readonly cells: readonly string[] };

/** A thousand at a time travel as one value. */
export async function addImportRows(tx: Tx, batchId: string, rows: readonly ImportRow[]) {
  const told = JSON.stringify(rows.map(({ row, cells }) => [row, cells]));
  await tx.execute(sql`
    insert into import_row (batch_id, row, cells)
    select ${batchId}::uuid, (one->>0)::int, one->1 from jsonb_array_elements(${told}::jsonb) one`);
}

export async function dropImportRows(tx: Tx, batchId: string) {
  await tx.delete(importRows).where(eq(importRows.batchId, batchId));
}

/** From `after` on, in the order of the file: all of them, or those of one verdict. */
export async function rowsAfter(
  tx: Tx,
  batchId: string,
  after: number,
  most: number,
  verdict?: RowVerdict,
): Promise<ImportRow[]> {
  const ofVerdict = verdict ? eq(importRows.verdict, verdict) : undefined;
  return tx
    .select({ row: importRows.row, cells: importRows.cells })
    .from(importRows)
    .where(and(eq(importRows.batchId, batchId), gt(importRows.row, after), ofVerdict))
    .orderBy(asc(importRows.row))
    .limit(most);
}

/** Those of these that a stored row has told already, or an earlier one of this batch. */
export async function toldAlready(tx: Tx, fingerprints: readonly string[], before?: { batchId: string; row: number }) {
  if (fingerprints.length === 0) return new Set<string>();
  const here = before
    ? sql`or (batch_id = ${before.batchId}::uuid and row <= ${before.row} and verdict = 'good')`
    : sql``;
  const { rows } = await tx.execute<{ fingerprint: string }>(sql`
    select distinct fingerprint from import_row
    where fingerprint = any(${sql.param([...fingerprints])}::text[]) and (request_id is not null ${here})`);
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

export type Judged = {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly problems: readonly CellProblem[] | null;
  readonly fingerprint: string | null;
};

export async function judgeRows(tx: Tx, batchId: string, judged: readonly Judged[]) {
  await tx.execute(sql`
    update import_row r set verdict = one.verdict, problems = one.problems, fingerprint = one.fingerprint
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as one(row int, verdict text, problems jsonb, fingerprint text)
    where r.batch_id = ${batchId}::uuid and r.row = one.row`);
}

/** What was stored stands in its request from now on; the cells are gone. */
export async function settleRows(tx: Tx, batchId: string, stored: readonly { row: number; requestId: string }[]) {
  await tx.execute(sql`
    update import_row r set request_id = one."requestId", cells = '[]'
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as one(row int, "requestId" uuid)
    where r.batch_id = ${batchId}::uuid and r.row = one.row`);
}

export async function badRowsAfter(tx: Tx, batchId: string, after: number, most: number) {
  return tx
    .select({ row: importRows.row, cells: importRows.cells, problems: importRows.problems })
    .from(importRows)
    .where(and(eq(importRows.batchId, batchId), gt(importRows.row, after), eq(importRows.verdict, 'bad')))
    .orderBy(asc(importRows.row))
    .limit(most);
}

export async function firstRows(tx: Tx, batchId: string, most: number): Promise<(readonly string[])[]> {
  return (await rowsAfter(tx, batchId, 0, most)).map(({ cells }) => cells);
}

/** Requests of the batch from `after` on, held, with whether anybody has done anything with them. */
export async function storedRowsAfter(tx: Tx, batchId: string, after: number, most: number) {
  return tx
    .select({
      row: importRows.row,
      id: requests.id,
      number: requests.number,
      stage: requests.stage,
      version: requests.version,
      alarmSince: requests.alarmSince,
      isTouched: sql<boolean>`${requests.version} > 1 or ${requests.stage} <> 'new' or exists (
        select from event e where e.request_id = ${requests.id} and e.kind <> 'received')`,
    })
    .from(importRows)
    .innerJoin(requests, eq(requests.id, importRows.requestId))
    .where(and(eq(importRows.batchId, batchId), gt(importRows.row, after), isNotNull(importRows.requestId)))
    .orderBy(asc(importRows.row))
    .limit(most)
    .for('no key update', { of: requests });
}

/** Named, and left as they are. */
export async function keepRows(tx: Tx, batchId: string, kept: readonly { row: number; keptFor: string }[]) {
  if (kept.length === 0) return;
  await tx.execute(sql`
    update import_row r set kept_for = one."keptFor"
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as one(row int, "keptFor" text)
    where r.batch_id = ${batchId}::uuid and r.row = one.row`);
}

/** Told no more: the same row may come again. */
export async function forgetRows(tx: Tx, batchId: string, rows: readonly number[]) {
  if (rows.length === 0) return;
  await tx
    .update(importRows)
    .set({ fingerprint: null })
    .where(and(eq(importRows.batchId, batchId), inArray(importRows.row, [...rows])));
}

export async function keptRows(tx: Tx, batchId: string, most: number) {
  return tx
    .select({ row: importRows.row, number: requests.number, keptFor: importRows.keptFor })
    .from(importRows)
    .innerJoin(requests, eq(requests.id, importRows.requestId))
    .where(and(eq(importRows.batchId, batchId), isNotNull(importRows.keptFor)))
    .orderBy(asc(importRows.row))
    .limit(most);
}

/** All at once, each as it came: nobody's change can be lost. */
export async function closeUntouched(tx: Tx, ids: readonly string[], at: Date) {
  if (ids.length === 0) return;
  await tx
    .update(requests)
    .set({ stage: 'closed', stageSince: at, dueAt: null, askedFor: [], was: null, version: 2 })
    .where(and(inArray(requests.id, [...ids]), eq(requests.version, 1)));
}
