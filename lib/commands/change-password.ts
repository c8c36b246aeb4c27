import { z } from 'zod';
import { endSessions } from '@/db/sessions';
import { findCredentials, lockMember, storeStaff } from '@/db/staff';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { newPassword } from '@/lib/door/account';
import { opening } from '@/lib/door/door';
import { hashPassword } from '@/lib/door/passwords';
import { proven, proveOwnPassword } from '@/lib/door/proof';

const wrong = () => refuse('invalid', undefined, [{ path: 'current', message: 'is not your password' }]);

/** Every other session of the person ends. Guessing the current one is slowed as at the sign-in: a desk may be left open. */
export const changePassword = opening({
  action: 'password.change',
  input: z.strictObject({ current: z.string().max(256), password: newPassword }),
  outside: (actor, { current }, now) => proveOwnPassword(staffIdOf(actor), current, now),

  async run({ tx, actor, now, about }, { password }, proof) {
    const { passwordHash: tried } = proven(proof, about, wrong);
    const staffId = staffIdOf(actor);
    await lockMember(tx, staffId);
    // Set anew by a link while this one was tried: the link's stands.
    const member = await findCredentials(tx, { id: staffId });
    if (!member || member.passwordHash !== tried) return wrong();
    const passwordHash = await hashPassword(password, [member.email, member.name]);
    await storeStaff(tx, staffId, { passwordHash });
    return { ended: await endSessions(tx, staffId, { but: actor.sessionId ?? undefined }, now) };
  },
});
