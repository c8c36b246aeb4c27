import { z } from 'zod';
import { endSessions } from '@/db/sessions';
import { findStaff, lockAdmins, storeStaff } from '@/db/staff';
import { keepAnAdmin } from '@/lib/domain/staff';
import { entry } from '@/lib/door/door';

/** What they wrote stays theirs; every session ends at once. */
export const disableStaff = entry({
  action: 'staff.disable',
  input: z.strictObject({ staffId: z.uuid() }),
  subject: (tx, { staffId }) => findStaff(tx, staffId),

  async run({ tx, now }, _input, member) {
    keepAnAdmin(await lockAdmins(tx), member.id);
    await storeStaff(tx, member.id, { isActive: false });
    return { staffId: member.id, ended: await endSessions(tx, member.id, {}, now) };
  },
});
