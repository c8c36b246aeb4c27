import { z } from 'zod';
import { findStaff, storeStaff } from '@/db/staff';
import { entry } from '@/lib/door/door';

export const enableStaff = entry({
  action: 'staff.enable',
  input: z.strictObject({ staffId: z.uuid() }),
  subject: (tx, { staffId }) => findStaff(tx, staffId),

  async run({ tx }, _input, member) {
    await storeStaff(tx, member.id, { isActive: true });
    return { staffId: member.id };
  },
});
