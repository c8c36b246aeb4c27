import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import { STAFF_ROLES } from '@/lib/domain/permissions';
import type { Preferences } from '@/lib/domain/preferences';
import { bytes } from './bytes';
import { oneOf } from './one-of';

export const LINK_KINDS = ['set_up', 'invite', 'reset'] as const;

export const staff = pgTable(
  'staff',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    /** NFKC, case folded: one login per person. */
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: STAFF_ROLES }).notNull(),
    passwordHash: text(),
    isActive: boolean().notNull().default(true),
    preferences: jsonb().$type<Preferences>().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [uniqueIndex('staff_email').on(t.email), check('staff_role', oneOf(t.role, STAFF_ROLES))],
);

/** A one-use link: only the hash of its token is kept. */
export const staffLinks = pgTable(
  'staff_link',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    kind: text({ enum: LINK_KINDS }).notNull(),
    /** Null for the set-up link: it makes the first admin. */
    staffId: uuid().references(() => staff.id),
    tokenHash: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('staff_link_token').on(t.tokenHash),
    check('staff_link_kind', oneOf(t.kind, LINK_KINDS)),
    check('staff_link_staff', sql`${t.kind} = 'set_up' or ${t.staffId} is not null`),
  ],
);

export const sessions = pgTable(
  'session',
  {
    id: uuid().primaryKey(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    lastSeenAt: timestamp({ withTimezone: true }).notNull(),
    revokedAt: timestamp({ withTimezone: true }),
    address: text(),
    device: text(),
  },
  (t) => [index('session_staff').on(t.staffId, t.lastSeenAt)],
);

/** Failed sign-ins by account and address since the last success. Slows, never locks for good. */
export const signInFailures = pgTable('sign_in_failure', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: timestamp({ withTimezone: true }).notNull(),
});

/** Lets another program submit and nothing else. Shown once, stored as a hash. */
export const intakeKeys = pgTable(
  'intake_key',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    name: text().notNull(),
    keyHash: text().notNull(),
    /** The first characters, so that an admin can tell keys apart. */
    hint: text().notNull(),
    createdBy: uuid().references(() => staff.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    lastUsedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
    /** Null: until it is revoked. */
    expiresAt: timestamp({ withTimezone: true }),
    /** The one channel its requests may claim. Null: any. */
    sourceChannel: text({ enum: SOURCE_CHANNELS }),
    /** What the clinic calls the program; shown as the source of its requests. */
    sourceLabel: text(),
    /** The sealed secret of a key that signs: a signature can be checked only by who can read it. Null: the key itself is sent. */
    signing: bytes(),
  },
  (t) => [
    uniqueIndex('intake_key_hash').on(t.keyHash),
    check('intake_key_channel', oneOf(t.sourceChannel, SOURCE_CHANNELS)),
  ],
);

/** What a key was proven by before it was rotated: good until its time is over. */
export const formerSecrets = pgTable(
  'former_secret',
  {
    id: uuid().primaryKey().$defaultFn(uuidv7),
    keyId: uuid()
      .notNull()
      .references(() => intakeKeys.id),
    keyHash: text().notNull(),
    hint: text().notNull(),
    signing: bytes(),
    rotatedBy: uuid()
      .notNull()
      .references(() => staff.id),
    rotatedAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    lastUsedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex('former_secret_hash').on(t.keyHash), index('former_secret_key').on(t.keyId, t.endsAt)],
);
