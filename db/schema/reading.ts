import { pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { requests } from './request';
import { staff } from './staff';

/** Who has which request open. Gone a minute after the last word; nothing else hangs on it. */
export const readings = pgTable(
  'reading',
  {
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    since: timestamp({ withTimezone: true }).notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.staffId] })],
);
