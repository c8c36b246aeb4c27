import { pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { requests } from './request';
import { staff } from './staff';

/** What was done about a red flag of class E or S since it was told: told anew with a graver class, it is another. */
export const alarms = pgTable(
  'alarm',
  {
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    since: timestamp({ withTimezone: true }).notNull(),
    acknowledgedAt: timestamp({ withTimezone: true }),
    acknowledgedBy: uuid().references(() => staff.id),
    escalatedAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.since] })],
);
