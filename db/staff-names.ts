import { and, asc, eq, inArray } from 'drizzle-orm';
import type { StaffName } from '@/lib/domain/desk';
import type { Tx } from './client';
import { staff } from './schema/staff';

/** Staff a request can be given to. */
export function listAssignable(tx: Tx) {
  return tx
    .select({ id: staff.id, name: staff.name, role: staff.role })
    .from(staff)
    .where(and(eq(staff.isActive, true), inArray(staff.role, ['coordinator', 'surgeon'])))
    .orderBy(asc(staff.name));
}

export async function findAssignable(tx: Tx, id: string): Promise<StaffName | undefined> {
  return (await listAssignable(tx)).find((one) => one.id === id);
}
