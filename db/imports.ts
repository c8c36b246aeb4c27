import { and, asc, desc, eq, inArray, lt, ne, notInArray, sql } from 'drizzle-orm';
import { AT_WORK, type ImportState, type WorkState } from '@/lib/domain/imports';
import type { Tx } from './client';
import { importBatches, importMappings, importPieces, importRows } from './schema/imports';
import { staff } from './schema/staff';

export type FoundImport = typeof importBatches.$inferSelect;
type Change = Partial<Omit<FoundImport, 'id' | 'createdAt' | 'createdBy'>>;

export async function addImport(tx: Tx, added: { source: string; fileName: string; createdBy: string; at: Date }) {
  const { at, ...rest } = added;
  const [row] = await tx
    .insert(importBatches)
    .values({ ...rest, state: 'uploading', createdAt: at, changedAt: at })
    .returning({ id: importBatches.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

/** Held until the transaction ends: a click and a step of the work go one after the other. */
export async function holdImport(tx: Tx, id: string): Promise<FoundImport | undefined> {
  const [row] = await tx.select().from(importBatches).where(eq(importBatches.id, id)).for('update');
  return row;
}

export async function findImport(tx: Tx, id: string): Promise<FoundImport | undefined> {
  const [row] = await tx.select().from(importBatches).where(eq(importBatches.id, id));
  return row;
}

export async function changeImport(tx: Tx, id: string, change: Change, at: Date) {
  await tx
    .update(importBatches)
    .set({ ...change, changedAt: at })
    .where(eq(importBatches.id, id));
}

/** The batch to be worked on, for one transaction of one instance at a time in the whole clinic: two files that overlap can then not both store a row. Undefined when somebody else is at it, or it is in that state no more. */
export async function takeImport(tx: Tx, id: string, state: WorkState): Promise<FoundImport | undefined> {
  const { rows } = await tx.execute<{ isMine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('foramen_import')) as "isMine"`,
  );
  const found = rows[0]?.isMine ? await holdImport(tx, id) : undefined;
  return found?.state === state ? found : undefined;
}

/** The longest untouched first: of several files each gets its turn. */
export async function importAtWork(tx: Tx) {
  const [row] = await tx
    .select({ batchId: importBatches.id, state: importBatches.state })
    .from(importBatches)
    .where(inArray(importBatches.state, [...AT_WORK]))
    .orderBy(asc(importBatches.changedAt))
    .limit(1);
  return row as { batchId: string; state: WorkState } | undefined;
}

const GONE = ['uploading', 'failed', 'undone'] as const satisfies readonly ImportState[];

/** Another batch of the very same bytes that is not undone. */
export async function importOf(tx: Tx, sha256: string, but: string) {
  // One after the other: two who send the same file at once would each find none.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('foramen_import_file'))`);
  const [row] = await tx
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(and(eq(importBatches.sha256, sha256), notInArray(importBatches.state, [...GONE]), ne(importBatches.id, but)))
    .limit(1);
  return row?.id;
}

/** With all that was read of it. Only where nothing was stored: a request would still name it. */
export async function dropImport(tx: Tx, id: string) {
  await tx.delete(importPieces).where(eq(importPieces.batchId, id));
  await tx.delete(importRows).where(eq(importRows.batchId, id));
  await tx.delete(importBatches).where(eq(importBatches.id, id));
}

/** Latest first. */
export async function listImports(tx: Tx, only?: string) {
  return tx
    .select({
      id: importBatches.id,
      source: importBatches.source,
      fileName: importBatches.fileName,
      state: importBatches.state,
      problem: importBatches.problem,
      takes: importBatches.takes,
      rows: importBatches.rows,
      done: importBatches.done,
      good: importBatches.good,
      bad: importBatches.bad,
      repeated: importBatches.repeated,
      alarms: importBatches.alarms,
      stored: importBatches.stored,
      kept: importBatches.kept,
      by: staff.name,
      createdAt: importBatches.createdAt,
      changedAt: importBatches.changedAt,
    })
    .from(importBatches)
    .innerJoin(staff, eq(staff.id, importBatches.createdBy))
    .where(only ? eq(importBatches.id, only) : ne(importBatches.state, 'uploading'))
    .orderBy(desc(importBatches.id))
    .limit(100);
}

/** What nobody went on with: an upload that broke off an hour ago, a file that was not stored for 30 days. */
export async function staleImports(tx: Tx, now: Date): Promise<string[]> {
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const stale = (states: ImportState[], hours: number) =>
    tx
      .select({ id: importBatches.id })
      .from(importBatches)
      .where(and(inArray(importBatches.state, states), lt(importBatches.changedAt, before(hours))))
      .limit(5);
  const found = [...(await stale(['uploading'], 1)), ...(await stale(['failed', 'uploaded', 'checked'], 30 * 24))];
  return found.map(({ id }) => id);
}

export async function mappingOf(tx: Tx, source: string) {
  const [row] = await tx.select().from(importMappings).where(eq(importMappings.source, source));
  return row;
}

export async function listSources(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ source: importMappings.source })
    .from(importMappings)
    .orderBy(importMappings.source)
    .limit(100);
  return rows.map(({ source }) => source);
}

export async function rememberMapping(tx: Tx, kept: typeof importMappings.$inferInsert) {
  const { source: _, ...set } = kept;
  await tx.insert(importMappings).values(kept).onConflictDoUpdate({ target: importMappings.source, set });
}
