import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { ABSOLUTE_LIMIT, IDLE_LIMIT } from '@/lib/domain/session';
import type { Tx } from './client';
import { sessions, staff } from './schema/staff';

/** Writing at every click would cost more than it tells. */
const TOUCH_AFTER = 30_000;

export async function findSession(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: sessions.id,
      staffId: sessions.staffId,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      revokedAt: sessions.revokedAt,
      role: staff.role,
      name: staff.name,
      email: staff.email,
      isActive: staff.isActive,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(eq(sessions.id, id));
  return row;
}

export async function touchSession(tx: Tx, session: { id: string; lastSeenAt: Date }, now: Date) {
  if (now.getTime() - session.lastSeenAt.getTime() < TOUCH_AFTER) return;
  await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
}

type NewSession = { id: string; staffId: string; at: Date; address: string | null; device: string | null };
export async function addSession(tx: Tx, { at, ...session }: NewSession) {
  await tx.insert(sessions).values({ ...session, createdAt: at, lastSeenAt: at });
}

/** Whether somebody with this login has been signed in from this address since then. */
export async function hasSignedInFrom(tx: Tx, email: string, address: string, since: Date): Promise<boolean> {
  const [row] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(and(eq(staff.email, email), eq(sessions.address, address), gt(sessions.createdAt, since)))
    .limit(1);
  return row !== undefined;
}

/** Ends one session, all of a person, or all but one; says how many. */
export async function endSessions(tx: Tx, staffId: string, which: { only?: string; but?: string }, at: Date) {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sessions.staffId, staffId),
        isNull(sessions.revokedAt),
        which.only ? eq(sessions.id, which.only) : undefined,
        which.but ? ne(sessions.id, which.but) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** Open sessions of a person, latest seen first. */
export function listSessions(tx: Tx, staffId: string, now: Date) {
  return tx
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      address: sessions.address,
      device: sessions.device,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.staffId, staffId),
        isNull(sessions.revokedAt),
        gt(sessions.lastSeenAt, new Date(now.getTime() - IDLE_LIMIT)),
        gt(sessions.createdAt, new Date(now.getTime() - ABSOLUTE_LIMIT)),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt));
}
