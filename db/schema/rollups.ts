import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { STAGES } from '@/lib/domain/stages';
import { requests } from './request';

/** Requests by stage and by who holds them, as a ledger: triggers add lines, nobody waits for anybody; folded from time to time. The sum of all lines holds. */
export const tallies = pgTable('tally', {
  side: text({ enum: ['coordinator', 'surgeon'] }).notNull(),
  stage: text({ enum: STAGES }).notNull(),
  staffId: uuid(),
  rows: integer().notNull(),
});

/** The clinic's clock that the weeks below were cut by. One row. */
export const pipelineZone = pgTable('pipeline_zone', { timeZone: text().notNull() });

const part = {
  source: text().notNull(),
  /** Monday of the clinic's week of arrival. */
  week: date({ mode: 'string' }).notNull(),
  what: text().notNull(),
  /** The surgeon, or nobody's id. */
  who: uuid().notNull(),
  /** Of a wait: which of the lengths in wait_bucket(). */
  bucket: smallint().notNull(),
  rows: integer().notNull(),
};

/** What the requests of a week add up to, by source and for all sources together. */
export const pipelineWeeks = pgTable('pipeline_week', part, (t) => [
  primaryKey({ columns: [t.source, t.week, t.what, t.who, t.bucket] }),
]);

/** What is not yet folded into the weeks. */
export const pipelineDeltas = pgTable('pipeline_delta', {
  seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ...part,
});

/** Every wait at its full length: the weeks say in which bucket a median lies, these say where in it. */
export const waits = pgTable(
  'wait',
  {
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    span: smallint().notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull(),
    source: text().notNull(),
    /** The surgeon, of the wait for a decision; else nobody's id. */
    who: uuid().notNull(),
    bucket: smallint().notNull(),
    seconds: doublePrecision().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.span] }),
    index('wait_length').on(t.span, t.bucket, t.receivedAt, t.source, t.seconds),
    index('wait_surgeon').on(t.who, t.bucket, t.receivedAt, t.source, t.seconds).where(sql`${t.span} = 1`),
  ],
);
