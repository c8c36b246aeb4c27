import { boolean, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import type { ViewQuestion } from '@/lib/domain/views';
import { staff } from './staff';

/** A question of the worklist somebody gave a name. Holds no words of a search. */
export const savedViews = pgTable(
  'saved_view',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    ownerId: uuid()
      .notNull()
      .references(() => staff.id),
    name: text().notNull(),
    question: jsonb().$type<ViewQuestion>().notNull(),
    isShared: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** Can be taken back. */
    deletedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('saved_view_owner').on(t.ownerId), index('saved_view_shared').on(t.isShared)],
);
