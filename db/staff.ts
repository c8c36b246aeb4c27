import { and, asc, eq, sql } from 'drizzle-orm';
import type { StaffRole } from '@/lib/domain/permissions';
import type { Preferences } from '@/lib/domain/preferences';
import type { Tx } from './client';
import { sessions, staff } from './schema/staff';

const asMember = { id: staff.id, email: staff.email, name: staff.name, role: staff.role, isActive: staff.isActive };

export async function findStaff(tx: Tx, id: string) {
  const [row] = await tx
    .select({ ...asMember, staffId: staff.id })
    .from(staff)
    .where(eq(staff.id, id));
  return row;
}

/** With the hash: only for checking a password. */
export async function findCredentials(tx: Tx, by: { email: string } | { id: string }) {
  const [row] = await tx
    .select({ ...asMember, passwordHash: staff.passwordHash })
    .from(staff)
    .where('id' in by ? eq(staff.id, by.id) : eq(staff.email, by.email));
  return row;
}

/** A demo is known by its first account, which no real clinic has. */
export async function holdsDemo(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, 'coordinator@demo.clinic'))).length > 0;
}

export async function hasStaff(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: staff.id }).from(staff).limit(1)).length > 0;
}

type NewStaff = { email: string; name: string; role: StaffRole; passwordHash?: string; createdAt: Date };

/** Undefined when the e-mail is taken. */
export async function addStaff(tx: Tx, member: NewStaff): Promise<string | undefined> {
  const [row] = await tx.insert(staff).values(member).onConflictDoNothing().returning({ id: staff.id });
  return row?.id;
}

type StaffChange = { role?: StaffRole; isActive?: boolean; passwordHash?: string };
export async function storeStaff(tx: Tx, id: string, change: StaffChange) {
  await tx.update(staff).set(change).where(eq(staff.id, id));
}

export async function deskOf(tx: Tx, id: string): Promise<{ email: string; preferences: Preferences }> {
  const [row] = await tx
    .select({ email: staff.email, preferences: staff.preferences })
    .from(staff)
    .where(eq(staff.id, id));
  return row ?? { email: '', preferences: {} };
}

/** What is named replaces what stood under that name. */
export async function storePreferences(tx: Tx, id: string, named: Preferences): Promise<Preferences> {
  const [row] = await tx
    .update(staff)
    .set({ preferences: sql`${staff.preferences} || ${JSON.stringify(named)}::jsonb` })
    .where(eq(staff.id, id))
    .returning({ preferences: staff.preferences });
  return row?.preferences ?? {};
}

/** Taken by whoever changes who is admin, so that two cannot each remove the other. */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.role, 'admin'), eq(staff.isActive, true)))
    .orderBy(asc(staff.id))
    .for('update');
  return rows.map(({ id }) => id);
}

/** One at a time, of what one person may do only so often. */
export async function lockMember(tx: Tx, id: string) {
  await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, id)).for('no key update');
}

/** One at a time: the first admin is made once. */
export async function lockStaff(tx: Tx) {
  await tx.execute(sql`lock table staff in exclusive mode`);
}

export function listStaff(tx: Tx) {
  const lastSeen = sql<string | null>`(select max(s.last_seen_at) from ${sessions} s where s.staff_id = ${staff}.id)`;
  return tx
    .select({
      ...asMember,
      hasPassword: sql<boolean>`${staff.passwordHash} is not null`,
      createdAt: staff.createdAt,
      lastSeen,
    })
    .from(staff)
    .orderBy(asc(staff.name));
}
