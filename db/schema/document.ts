import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { CONTENT_TYPES, DOCUMENT_CHANNELS, DOCUMENT_KINDS } from '@/lib/domain/documents';
import { oneOf } from './one-of';
import { requests } from './request';
import { staff } from './staff';

/** What is known of a file; its bytes lie encrypted outside the database, under `name`. */
export const documents = pgTable(
  'document',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    kind: text({ enum: DOCUMENT_KINDS }).notNull(),
    contentType: text({ enum: CONTENT_TYPES }).notNull(),
    sizeBytes: integer().notNull(),
    /** Of the bytes as they were sent. */
    sha256: text().notNull(),
    /** What the sender called it: shown, and never a path. */
    title: text().notNull(),
    /** What we called it where it lies. */
    name: uuid().notNull(),
    /** Read by machine; null where that failed, empty where there is none. */
    text: text(),
    pages: integer(),
    channel: text({ enum: DOCUMENT_CHANNELS }).notNull(),
    /** Null: the person themselves. */
    addedBy: uuid().references(() => staff.id),
    addedAt: timestamp({ withTimezone: true }).notNull(),
    removedAt: timestamp({ withTimezone: true }),
    removedBy: uuid().references(() => staff.id),
    removedFor: text(),
  },
  (t) => [
    index('document_request').on(t.requestId),
    uniqueIndex('document_name').on(t.name),
    // The same file twice is one, also when two send it at once.
    uniqueIndex('document_same').on(t.requestId, t.sha256).where(sql`${t.removedAt} is null`),
    check('document_kind', oneOf(t.kind, DOCUMENT_KINDS)),
    check('document_type', oneOf(t.contentType, CONTENT_TYPES)),
    check('document_channel', oneOf(t.channel, DOCUMENT_CHANNELS)),
  ],
);
