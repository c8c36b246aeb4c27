import { and, asc, eq, inArray } from 'drizzle-orm';
import type { StaffName } from '@/lib/domain/desk';
import type { Tx } from './client';
import { staff } from './schema/staff';

const asName = { id: staff.id, name: staff.name, role: staff.role };
const isAssignable = and(eq(staff.isActive, true), inArray(staff.role, ['coordinator', 'surgeon']));

/** Staff a request can be given to. */
export function listAssignable(tx: Tx) {
  return tx.select(asName).from(staff).where(isAssignable).orderBy(asc(staff.name));
}

/** Held until what is given stands: whoever disables them meanwhile waits, and gives it back. */
export async function findAssignable(tx: Tx, id: string): Promise<StaffName | undefined> {
  const [row] = await tx
    .select(asName)
    .from(staff)
    .where(and(eq(staff.id, id), isAssignable))
    .for('share');
  return row;
}

/** Who runs the clinic's day. */
export function listManagers(tx: Tx) {
  return tx
    .select(asName)
    .from(staff)
    .where(and(eq(staff.isActive, true), eq(staff.role, 'manager')));
}
