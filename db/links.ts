import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from './client';
import { type LINK_KINDS, staff, staffLinks } from './schema/staff';

type NewLink = {
  kind: (typeof LINK_KINDS)[number];
  staffId: string | null;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
};

/** A newer link of a kind ends the older ones for the same person. */
export async function addLink(tx: Tx, link: NewLink) {
  const older = link.staffId ? eq(staffLinks.staffId, link.staffId) : eq(staffLinks.kind, 'set_up');
  await tx
    .update(staffLinks)
    .set({ usedAt: link.createdAt })
    .where(and(older, isNull(staffLinks.usedAt)));
  await tx.insert(staffLinks).values(link);
}

/** Whoever is shut out does not come back by a link of before. */
export async function endLinks(tx: Tx, staffId: string, at: Date) {
  await tx
    .update(staffLinks)
    .set({ usedAt: at })
    .where(and(eq(staffLinks.staffId, staffId), isNull(staffLinks.usedAt)));
}

/** A link that still opens, with whom it is for. */
export async function findLink(tx: Tx, tokenHash: string, now: Date) {
  const [row] = await tx
    .select({
      id: staffLinks.id,
      kind: staffLinks.kind,
      staffId: staffLinks.staffId,
      email: staff.email,
      name: staff.name,
      isActive: staff.isActive,
    })
    .from(staffLinks)
    .leftJoin(staff, eq(staff.id, staffLinks.staffId))
    .where(and(eq(staffLinks.tokenHash, tokenHash), isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, now)));
  return row;
}

/** True for the one caller who uses it up. */
export async function spendLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(staffLinks)
    .set({ usedAt: at })
    .where(and(eq(staffLinks.id, id), isNull(staffLinks.usedAt)))
    .returning({ id: staffLinks.id });
  return used.length > 0;
}
