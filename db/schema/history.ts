import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { IMAGES_REVIEWED_ON, type PlannedProcedure, VERDICTS } from '@/lib/domain/candidacy';
import { EVENT_KINDS, type EventFacts } from '@/lib/domain/events';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from '@/lib/domain/follow-up';
import { STAGES } from '@/lib/domain/stages';
import { oneOf } from './one-of';
import { requests } from './request';
import { staff } from './staff';
import { transactionId } from './transaction-id';

export const assignments = pgTable(
  'assignment',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    /** Null: given back to everybody. */
    staffId: uuid().references(() => staff.id),
    assignedBy: uuid().references(() => staff.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('assignment_request').on(t.requestId, t.at)],
);

export const decisions = pgTable(
  'decision',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    /** 1, 2, 3 ... within the request; the highest holds. */
    version: integer().notNull(),
    verdict: text({ enum: VERDICTS }).notNull(),
    procedures: jsonb().$type<PlannedProcedure[]>().notNull(),
    reasons: text().array().notNull(),
    needs: text().array().notNull(),
    conditions: text().array().notNull(),
    message: text().notNull(),
    imagesReviewedOn: text({ enum: IMAGES_REVIEWED_ON }).notNull(),
    amendReason: text(),
    surgeonId: uuid()
      .notNull()
      .references(() => staff.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    uniqueIndex('decision_version').on(t.requestId, t.version),
    index('decision_surgeon').on(t.surgeonId, t.at),
    check('decision_verdict', oneOf(t.verdict, VERDICTS)),
  ],
);

export const notes = pgTable(
  'note',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    authorId: uuid()
      .notNull()
      .references(() => staff.id),
    text: text().notNull(),
    addendumTo: uuid(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('note_request').on(t.requestId, t.at)],
);

export const contacts = pgTable(
  'contact_attempt',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    channel: text({ enum: CONTACT_CHANNELS }).notNull(),
    outcome: text({ enum: CONTACT_OUTCOMES }).notNull(),
    text: text(),
    nextAt: timestamp({ withTimezone: true }),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('contact_attempt_request').on(t.requestId, t.at),
    check('contact_attempt_channel', oneOf(t.channel, CONTACT_CHANNELS)),
    check('contact_attempt_outcome', oneOf(t.outcome, CONTACT_OUTCOMES)),
  ],
);

/** What happened to a request, shown to staff. Statistics read nothing else. */
export const events = pgTable(
  'event',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    kind: text({ enum: EVENT_KINDS }).notNull(),
    fromStage: text({ enum: STAGES }),
    toStage: text({ enum: STAGES }),
    actorId: uuid().references(() => staff.id),
    /** Name at the time: an intake key or the house itself has no staff row. */
    actorName: text().notNull(),
    reason: text(),
    facts: jsonb().$type<EventFacts>().notNull().default({}),
    /** Version of the request after this event. */
    version: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** The transaction that wrote it: sequences are drawn in one order and committed in another. */
    xid: transactionId().notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index('event_request').on(t.requestId, t.seq),
    index('event_kind').on(t.kind, t.at),
    index('event_transaction').on(t.xid, t.seq),
    check('event_kind_known', oneOf(t.kind, EVENT_KINDS)),
  ],
);

/** One row a request, kept by a trigger on event and provably equal to the events: what statistics count. */
export const milestones = pgTable(
  'milestone',
  {
    requestId: uuid()
      .primaryKey()
      .references(() => requests.id),
    stage: text({ enum: STAGES }).notNull(),
    source: text(),
    receivedAt: timestamp({ withTimezone: true }).notNull(),
    completeAt: timestamp({ withTimezone: true }),
    decidedAt: timestamp({ withTimezone: true }),
    informedAt: timestamp({ withTimezone: true }),
    consultAt: timestamp({ withTimezone: true }),
    procedureAt: timestamp({ withTimezone: true }),
    /** Of the latest decision version. */
    verdict: text({ enum: VERDICTS }),
    reasons: text().array().notNull(),
    surgeonId: uuid(),
  },
  (t) => [
    index('milestone_received').on(t.receivedAt),
    index('milestone_open').on(t.receivedAt, t.stage, t.source).where(sql`${t.stage} not in ('completed', 'closed')`),
    index('milestone_surgeon').on(t.surgeonId, t.receivedAt),
    index('milestone_consult').on(t.receivedAt).where(sql`${t.consultAt} is not null`),
    index('milestone_procedure').on(t.receivedAt).where(sql`${t.procedureAt} is not null`),
    index('milestone_reasons').using('gin', t.reasons),
  ],
);
