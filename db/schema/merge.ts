import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import type { Changed } from '@/lib/domain/merging';
import { requests, type Was } from './request';
import { staff } from './staff';

/** Where the merged request stood; with its alarm, which the other one carries on. */
export type WasMerged = Was & { readonly alarmSince: string | null };

/** One request that became part of another, and all that is needed to take them apart again. */
export const merges = pgTable(
  'merge',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    intoId: uuid()
      .notNull()
      .references(() => requests.id),
    /** Told again within hours and linked by the house; else somebody decided it. */
    isRepeat: boolean().notNull(),
    byId: uuid().references(() => staff.id),
    byName: text().notNull(),
    reason: text(),
    at: timestamp({ withTimezone: true }).notNull(),
    was: jsonb().$type<WasMerged>().notNull(),
    /** In the request that stays. */
    changed: jsonb().$type<Changed>().notNull(),
    followUpIds: uuid().array().notNull(),
    undoneAt: timestamp({ withTimezone: true }),
    undoneBy: uuid().references(() => staff.id),
  },
  (t) => [
    uniqueIndex('merge_standing').on(t.requestId).where(sql`${t.undoneAt} is null`),
    index('merge_into').on(t.intoId, t.at).where(sql`${t.undoneAt} is null`),
  ],
);

/** Two requests of which somebody said that they are not of one person; the lower id first. */
export const strangers = pgTable(
  'stranger',
  {
    oneId: uuid()
      .notNull()
      .references(() => requests.id),
    otherId: uuid()
      .notNull()
      .references(() => requests.id),
    byId: uuid()
      .notNull()
      .references(() => staff.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.oneId, t.otherId] }), index('stranger_other').on(t.otherId)],
);
