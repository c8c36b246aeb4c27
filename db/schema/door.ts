import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Of an export: what was asked, and how many rows left the house. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | Readonly<Record<string, string>>>>;

/** Who did or saw what, and who was refused. Written only by the door, read only by read-audit. No clinical values. */
export const audit = pgTable(
  'audit',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    actorId: uuid(),
    /** At the time. */
    actorRole: text().notNull(),
    actorName: text().notNull(),
    sessionId: uuid(),
    action: text().notNull(),
    /** `done` or the refusal's code. */
    outcome: text().notNull(),
    /** The request, staff member or key it was about. */
    subjectId: uuid(),
    /** Every request shown by a list. */
    shownIds: uuid().array(),
    /** Of an export: the filter and the rows. */
    facts: jsonb().$type<AuditFacts>(),
  },
  (t) => [
    index('audit_at').on(t.at),
    index('audit_actor').on(t.actorId, t.seq),
    index('audit_subject').on(t.subjectId, t.seq),
    index('audit_action').on(t.action, t.seq),
    index('audit_refused').on(t.seq).where(sql`${t.outcome} <> 'done'`),
    index('audit_shown').using('gin', t.shownIds),
  ],
);

export const idempotencyKeys = pgTable(
  'idempotency_key',
  {
    /** Keys of one person or program are invisible to another. */
    owner: text().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    answer: jsonb().$type<unknown>(),
    status: integer(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.owner, t.key] }), index('idempotency_key_at').on(t.at)],
);
