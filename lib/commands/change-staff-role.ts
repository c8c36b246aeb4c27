import { z } from 'zod';
import { giveBack } from '@/db/leaving';
import { endSessions } from '@/db/sessions';
import { findStaff, lockAdmins, storeStaff } from '@/db/staff';
import { STAFF_ROLES } from '@/lib/domain/permissions';
import { keepAnAdmin } from '@/lib/domain/staff';
import { entry } from '@/lib/door/door';

/** The person signs in again with the new role: no page of the old one stays usable, and what was held in the old one is given back. */
export const changeStaffRole = entry({
  action: 'staff.change_role',
  input: z.strictObject({ staffId: z.uuid(), role: z.enum(STAFF_ROLES) }),
  subject: (tx, { staffId }) => findStaff(tx, staffId),

  async run({ tx, actor, now, clinic }, { role }, member) {
    if (role !== 'admin') keepAnAdmin(await lockAdmins(tx), member.id);
    await storeStaff(tx, member.id, { role });
    if (role !== member.role) await giveBack(tx, member.id, actor, now, clinic);
    await endSessions(tx, member.id, {}, now);
    return { staffId: member.id, role };
  },
});
