import { check, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { DRAFT_KINDS } from '@/lib/domain/drafts';
import { bytes } from './bytes';
import { oneOf } from './one-of';
import { requests } from './request';
import { staff } from './staff';

/** What somebody typed and has not sent. Sealed: neither a backup nor another member of staff can read it. */
export const drafts = pgTable(
  'draft',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** Null: a phone entry, of a person who has no request yet. */
    requestId: uuid().references(() => requests.id),
    kind: text({ enum: DRAFT_KINDS }).notNull(),
    about: text().notNull(),
    sealed: bytes().notNull(),
    mark: uuid().notNull(),
    savedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique('draft_place').on(t.staffId, t.requestId, t.kind, t.about).nullsNotDistinct(),
    index('draft_saved').on(t.savedAt),
    check('draft_kind', oneOf(t.kind, DRAFT_KINDS)),
  ],
);
