import { z } from 'zod';
import { giveBack } from '@/db/leaving';
import { endLinks } from '@/db/links';
import { endSessions } from '@/db/sessions';
import { findStaff, lockAdmins, storeStaff } from '@/db/staff';
import { keepAnAdmin } from '@/lib/domain/staff';
import { entry } from '@/lib/door/door';

/** What they wrote stays theirs, what they held is given back; every session ends at once. */
export const disableStaff = entry({
  action: 'staff.disable',
  input: z.strictObject({ staffId: z.uuid() }),
  subject: (tx, { staffId }) => findStaff(tx, staffId),

  async run({ tx, actor, now, clinic }, _input, member) {
    keepAnAdmin(await lockAdmins(tx), member.id);
    await storeStaff(tx, member.id, { isActive: false });
    await endLinks(tx, member.id, now);
    const given = await giveBack(tx, member.id, actor, now, clinic);
    return { staffId: member.id, given, ended: await endSessions(tx, member.id, {}, now) };
  },
});
