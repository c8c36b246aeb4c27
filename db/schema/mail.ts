import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { MAIL_KINDS, MAIL_LANGUAGES, MAIL_STATES, type MailFacts } from '@/lib/domain/mail';
import { oneOf } from './one-of';
import { requests } from './request';
import { staff } from './staff';

/** Messages to one person each, written with what causes them and sent once that is committed. Holds no text, no name and no link: a message is made when it goes out. */
export const mails = pgTable(
  'mail',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    kind: text({ enum: MAIL_KINDS }).notNull(),
    /** To the person behind it, or to a member of staff. */
    requestId: uuid().references(() => requests.id),
    staffId: uuid().references(() => staff.id),
    /** Where it was or would be sent; null where there is none. */
    address: text(),
    language: text({ enum: MAIL_LANGUAGES }).notNull(),
    facts: jsonb().$type<MailFacts>().notNull().default({}),
    /** The same thing is never said twice. */
    dedupeKey: text().notNull(),
    state: text({ enum: MAIL_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    nextTryAt: timestamp({ withTimezone: true }),
    /** Until then whoever took it may still be sending it. */
    leaseUntil: timestamp({ withTimezone: true }),
    /** A code of the house, or what the mail server answered, without an address. */
    problem: text(),
    queuedAt: timestamp({ withTimezone: true }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
    messageId: text(),
  },
  (t) => [
    uniqueIndex('mail_dedupe').on(t.dedupeKey),
    index('mail_next').on(t.nextTryAt, t.id).where(sql`${t.state} = 'waiting'`),
    index('mail_lease').on(t.leaseUntil).where(sql`${t.state} = 'sending'`),
    index('mail_request').on(t.requestId, t.queuedAt),
    index('mail_look').on(t.queuedAt, t.id).where(sql`${t.state} in ('failed', 'held')`),
    index('mail_waiting').on(t.queuedAt, t.id).where(sql`${t.state} in ('waiting', 'sending')`),
    index('mail_sent').on(t.queuedAt, t.id).where(sql`${t.state} = 'sent'`),
    index('mail_unsent').on(t.queuedAt, t.id).where(sql`${t.state} in ('not_sent', 'left')`),
    check('mail_kind', oneOf(t.kind, MAIL_KINDS)),
    check('mail_language', oneOf(t.language, MAIL_LANGUAGES)),
    check('mail_state', oneOf(t.state, MAIL_STATES)),
    check('mail_to_one', sql`num_nonnulls(${t.requestId}, ${t.staffId}) = 1`),
  ],
);
