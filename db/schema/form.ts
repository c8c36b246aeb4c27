import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { bytes } from './bytes';
import { requests } from './request';
import { staff } from './staff';

/** A public form on its way. The answers are sealed; a form that was sent, or has ended, keeps none. */
export const forms = pgTable(
  'form',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    tokenHash: text().notNull().unique('form_token'),
    answers: bytes(),
    language: text({ enum: ['en', 'es'] }).notNull(),
    begunAt: timestamp({ withTimezone: true }).notNull(),
    keptAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
    requestId: uuid().references(() => requests.id),
  },
  (t) => [index('form_ends').on(t.endsAt)],
);

/** The way of a person to their own page. The address carries the id and a signature; nothing kept here opens it. */
export const personLinks = pgTable(
  'person_link',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('person_link_request').on(t.requestId)],
);

/** What was agreed to or declined, in the words that were read. Append-only: the latest line of a kind holds. */
export const consentLines = pgTable(
  'consent',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    kind: text().notNull(),
    isGiven: boolean().notNull(),
    /** Of the wording. */
    version: text().notNull(),
    words: text().notNull(),
    language: text().notNull(),
    channel: text().notNull(),
    /** Null: by the person themselves. */
    staffId: uuid().references(() => staff.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('consent_request').on(t.requestId, t.kind, t.at)],
);
