import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { type CellProblem, type DayOrder, IMPORT_STATES, type ImportMapping, ROW_VERDICTS } from '@/lib/domain/imports';
import { oneOf } from './one-of';
import { requests } from './request';
import { staff } from './staff';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One file of requests on its way in: uploaded, read, checked, stored, and undone if need be. */
export const importBatches = pgTable(
  'import_batch',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    /** What the clinic calls where the file comes from; the mapping is remembered by it. */
    source: text().notNull(),
    fileName: text().notNull(),
    /** Of the bytes; null until all of them are here. */
    sha256: text(),
    encoding: text(),
    delimiter: text(),
    columns: text().array().notNull().default(sql`'{}'`),
    mapping: jsonb().$type<ImportMapping>(),
    state: text({ enum: IMPORT_STATES }).notNull(),
    /** Which rows were chosen to be stored. */
    takes: text({ enum: ['all', 'good'] }),
    /** Why the file could not be read. */
    problem: text(),
    rows: integer().notNull().default(0),
    /** Of the work under way: how many rows are done, and up to which row of the file. */
    done: integer().notNull().default(0),
    place: integer().notNull().default(0),
    good: integer().notNull().default(0),
    bad: integer().notNull().default(0),
    repeated: integer().notNull().default(0),
    /** Rows whose red flags a clinician has to look at. */
    alarms: integer().notNull().default(0),
    stored: integer().notNull().default(0),
    /** Undone, but for these. */
    kept: integer().notNull().default(0),
    createdBy: uuid()
      .notNull()
      .references(() => staff.id),
    /** Who stored it, or undid it: in whose name the house works. */
    decidedBy: uuid().references(() => staff.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    // The same file twice is one batch, also when two send it at once.
    uniqueIndex('import_batch_file').on(t.sha256).where(sql`${t.state} not in ('uploading', 'failed', 'undone')`),
    index('import_batch_work').on(t.id).where(sql`${t.state} in ('reading', 'checking', 'storing', 'undoing')`),
    check('import_batch_state', oneOf(t.state, IMPORT_STATES)),
  ],
);

/** The bytes as they come; gone once the rows are read. */
export const importPieces = pgTable(
  'import_piece',
  {
    batchId: uuid()
      .notNull()
      .references(() => importBatches.id),
    nth: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.nth] })],
);

/** Cells are kept until the row is stored or the batch is dropped; what was stored stands in the request. */
export const importRows = pgTable(
  'import_row',
  {
    batchId: uuid()
      .notNull()
      .references(() => importBatches.id),
    /** As a spreadsheet counts: the header is row 1. */
    row: integer().notNull(),
    cells: jsonb().$type<readonly string[]>().notNull(),
    verdict: text({ enum: ROW_VERDICTS }),
    problems: jsonb().$type<readonly CellProblem[]>(),
    /** Of what the row tells: equal rows are one request, in whichever file they come. */
    fingerprint: text(),
    requestId: uuid().references(() => requests.id),
    /** Why an undo left the request open. */
    keptFor: text(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.row] }),
    index('import_row_same').on(t.fingerprint).where(sql`${t.fingerprint} is not null`),
    index('import_row_bad').on(t.batchId, t.row).where(sql`${t.verdict} = 'bad'`),
    index('import_row_kept').on(t.batchId, t.row).where(sql`${t.keptFor} is not null`),
    check('import_row_verdict', oneOf(t.verdict, ROW_VERDICTS)),
  ],
);

/** Which column meant what, the last time a file came from there. */
export const importMappings = pgTable('import_mapping', {
  source: text().primaryKey(),
  /** By the name of the column. */
  fields: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
  days: text().$type<DayOrder>(),
  changedAt: timestamp({ withTimezone: true }).notNull(),
});
