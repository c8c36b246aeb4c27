import { and, asc, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import {
  barredFrom,
  languageFor,
  MAIL_TABS,
  type MailFacts,
  type MailKind,
  type MailState,
  type MailTab,
  type NotSent,
  type Recipient,
} from '@/lib/domain/mail';
import { database, type Tx } from './client';
import { mails } from './schema/mail';
import { persons, requests } from './schema/request';
import { staff } from './schema/staff';

type To = { readonly requestId: string } | { readonly staffId: string };
export type NewMail = To & {
  readonly kind: MailKind;
  readonly facts?: MailFacts;
  /** The same thing is never said twice: `receipt:<request>`, `missing:<request>:<version>`. */
  readonly dedupeKey: string;
  /** Not before; at once where absent. */
  readonly from?: Date;
  /** Why it is not sent at all, where who causes it knows already. */
  readonly barred?: NotSent;
};

/** Called in the transaction of what causes the message: it goes out once that is committed, and not at all where the person has not agreed to e-mail. */
export async function addMail(tx: Tx, { kind, facts = {}, dedupeKey, from, barred, ...to }: NewMail, now: Date) {
  const who = await findRecipient(tx, to);
  const problem = barred ?? barredFrom(who);
  await tx
    .insert(mails)
    .values({
      ...to,
      kind,
      facts,
      dedupeKey,
      address: who.address,
      language: languageFor(who),
      queuedAt: now,
      problem,
      state: problem ? 'not_sent' : 'waiting',
      nextTryAt: problem ? null : (from ?? now),
    })
    .onConflictDoNothing({ target: mails.dedupeKey });
}

/** When the latest of a kind was queued for this request. */
export async function lastMailOf(tx: Tx, requestId: string, kind: MailKind): Promise<Date | null> {
  const [row] = await tx
    .select({ queuedAt: mails.queuedAt })
    .from(mails)
    .where(and(eq(mails.requestId, requestId), eq(mails.kind, kind), ne(mails.state, 'not_sent')))
    .orderBy(desc(mails.queuedAt))
    .limit(1);
  return row?.queuedAt ?? null;
}

const PERSON = { email: persons.email, more: persons.more, consents: requests.consents };
const MEMBER = { staffEmail: staff.email, isActive: staff.isActive };
type WhoRow = {
  readonly email: string | null;
  readonly more: (typeof persons.$inferSelect)['more'] | null;
  readonly consents: (typeof requests.$inferSelect)['consents'] | null;
  readonly staffEmail: string | null;
  readonly isActive: boolean | null;
};

async function findRecipient(tx: Tx, to: To): Promise<Recipient> {
  const [row] =
    'staffId' in to
      ? await tx.select({ address: staff.email, isActive: staff.isActive }).from(staff).where(eq(staff.id, to.staffId))
      : (
          await tx
            .select(PERSON)
            .from(requests)
            .innerJoin(persons, eq(persons.id, requests.personId))
            .where(eq(requests.id, to.requestId))
        ).map((found) => recipientIn({ ...found, staffEmail: null, isActive: null }));
  if (!row) throw new Error('a message to nobody');
  return row;
}

function recipientIn({ email, more, consents, staffEmail, isActive }: WhoRow): Recipient {
  if (staffEmail !== null) return { address: staffEmail, isActive: isActive === true };
  return {
    address: email === '' ? null : email,
    consents: consents ?? {},
    language: more?.language,
    doNotContact: more?.doNotContact,
  };
}

/** The next that is due, taken for the time of a lease: of two who ask at once each gets another. One statement, so that nothing is held while it is sent. */
export async function takeMail(now: Date, leaseUntil: Date): Promise<MailRow | undefined> {
  const { rows } = await database().execute<{ id: string }>(sql`
    with next as (
      select id from mail where state = 'waiting' and next_try_at <= ${now.toISOString()}::timestamptz
      order by next_try_at, id limit 1 for update skip locked)
    update mail set state = 'sending', attempts = attempts + 1, lease_until = ${leaseUntil.toISOString()}::timestamptz
    from next where mail.id = next.id returning mail.id`);
  const [taken] = rows;
  return taken && findMail(database(), taken.id);
}

/** Whoever took these never came back: the mail server may have them or not. */
export async function holdLost(tx: Tx, now: Date) {
  await tx
    .update(mails)
    .set({ state: 'held', problem: 'unknown_outcome', leaseUntil: null })
    .where(and(sql`${mails.state} = 'sending'`, lt(mails.leaseUntil, now)));
}

export type MailChange = Partial<
  Pick<typeof mails.$inferInsert, 'state' | 'problem' | 'nextTryAt' | 'sentAt' | 'messageId' | 'attempts' | 'address'>
>;

/** Only as it was found; false where somebody was quicker. */
export async function storeMail(
  tx: Tx,
  { id, attempts }: Pick<MailRow, 'id' | 'attempts'>,
  from: readonly MailState[],
  change: MailChange,
): Promise<boolean> {
  const stored = await tx
    .update(mails)
    .set({ ...change, leaseUntil: null })
    .where(and(eq(mails.id, id), eq(mails.attempts, attempts), inArray(mails.state, [...from])))
    .returning({ id: mails.id });
  return stored.length > 0;
}

const ROW = {
  id: mails.id,
  kind: mails.kind,
  requestId: mails.requestId,
  staffId: mails.staffId,
  language: mails.language,
  facts: mails.facts,
  state: mails.state,
  attempts: mails.attempts,
  problem: mails.problem,
  queuedAt: mails.queuedAt,
  nextTryAt: mails.nextTryAt,
  sentAt: mails.sentAt,
  number: requests.number,
  stage: requests.stage,
  stageSince: requests.stageSince,
  firstName: persons.firstName,
  lastName: persons.lastName,
  staffName: staff.name,
  place: sql<string>`${mails.queuedAt}::text`,
};

const rowsOf = (tx: Tx) =>
  tx
    .select({ ...ROW, ...PERSON, ...MEMBER })
    .from(mails)
    .leftJoin(requests, eq(requests.id, mails.requestId))
    .leftJoin(persons, eq(persons.id, requests.personId))
    .leftJoin(staff, eq(staff.id, mails.staffId))
    .$dynamic();
export type MailRow = Awaited<ReturnType<typeof rowsOf>>[number] & { readonly to: Recipient };
const withRecipient = (row: Awaited<ReturnType<typeof rowsOf>>[number]): MailRow => ({ ...row, to: recipientIn(row) });

export async function findMail(tx: Tx, id: string): Promise<MailRow | undefined> {
  const [row] = await rowsOf(tx).where(eq(mails.id, id));
  return row && withRecipient(row);
}

/** Written out, as the index of the tab has it. */
const inTab = (tab: MailTab) =>
  sql`${mails.state} in (${sql.raw(MAIL_TABS[tab].map((state) => `'${state}'`).join(', '))})`;

export type MailPlace = { readonly value: string; readonly id: string };

/** Latest first. */
export async function listMails(tx: Tx, tab: MailTab, after: MailPlace | null, limit: number): Promise<MailRow[]> {
  const isBeyond = after
    ? sql`(${mails.queuedAt}, ${mails.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
    : undefined;
  const rows = await rowsOf(tx)
    .where(and(inTab(tab), isBeyond))
    .orderBy(desc(mails.queuedAt), desc(mails.id))
    .limit(limit);
  return rows.map(withRecipient);
}

/** Rows of a tab, since a moment where one is given, counted up to `most`. */
export async function countMails(tx: Tx, tab: MailTab, most: number, since?: Date): Promise<number> {
  const rows = tx
    .select({ one: sql`1` })
    .from(mails)
    .where(and(inTab(tab), since ? sql`${mails.queuedAt} >= ${since.toISOString()}::timestamptz` : undefined))
    .limit(most);
  const counted = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${rows} as counted`);
  return counted.rows[0]?.n ?? 0;
}

export function listMailsOf(tx: Tx, requestId: string) {
  return tx
    .select({
      id: mails.id,
      kind: mails.kind,
      state: mails.state,
      problem: mails.problem,
      queuedAt: mails.queuedAt,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .where(eq(mails.requestId, requestId))
    .orderBy(desc(mails.queuedAt))
    .limit(50);
}

const digestKey = (day: string) => sql`'digest:' || ${staff.id} || ${`:${day}`}::text`;

/** Coordinators and surgeons who like a digest and have none of this day yet. */
export function listWithoutDigest(tx: Tx, day: string) {
  return tx
    .select({ id: staff.id, name: staff.name, role: staff.role })
    .from(staff)
    .where(
      and(
        eq(staff.isActive, true),
        inArray(staff.role, ['coordinator', 'surgeon']),
        sql`${staff.passwordHash} is not null`,
        sql`${staff.preferences} ->> 'hasDigest' is distinct from 'false'`,
        sql`not exists (select 1 from ${mails} where ${mails.dedupeKey} = ${digestKey(day)})`,
      ),
    )
    .orderBy(asc(staff.id));
}

/** What still waits from a morning before is no news. */
export async function dropOldDigests(tx: Tx, before: Date) {
  await tx
    .update(mails)
    .set({ state: 'not_sent', problem: 'too_late' })
    .where(and(eq(mails.kind, 'digest'), sql`${mails.state} = 'waiting'`, lt(mails.queuedAt, before)));
}
