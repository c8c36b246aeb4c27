import { z } from 'zod';
import { endSessions } from '@/db/sessions';
import { findCredentials, storeStaff } from '@/db/staff';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { newPassword } from '@/lib/door/account';
import { opening } from '@/lib/door/door';
import { hashPassword, isPassword } from '@/lib/door/passwords';

/** Every other session of the person ends. */
export const changePassword = opening({
  action: 'password.change',
  input: z.strictObject({ current: z.string().max(256), password: newPassword }),

  async run({ tx, actor, now, about }, { current, password }) {
    const member = (await findCredentials(tx, { id: staffIdOf(actor) })) ?? refuse('not_found');
    about(member.id);
    if (!(await isPassword(current, member.passwordHash))) refuse('invalid', undefined, [{ path: 'current', message: 'is not your password' }]);
    await storeStaff(tx, member.id, { passwordHash: await hashPassword(password, [member.email, member.name]) });
    return { ended: await endSessions(tx, member.id, { but: actor.sessionId ?? undefined }, now) };
  },
});
