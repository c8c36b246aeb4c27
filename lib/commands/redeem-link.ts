import { z } from 'zod';
import { findLink, spendLink } from '@/db/links';
import { endSessions } from '@/db/sessions';
import { addStaff, hasStaff, lockMember, lockStaff, storeStaff } from '@/db/staff';
import { refuse } from '@/lib/domain/refusal';
import { email, newPassword, token } from '@/lib/door/account';
import { opening } from '@/lib/door/door';
import { line } from '@/lib/door/input';
import { hashPassword } from '@/lib/door/passwords';
import { digest } from '@/lib/door/secrets';

/** Uses a link up. The set-up link makes the first admin; the others set the password of whom they were made for. */
export const redeemLink = opening({
  action: 'link.redeem',
  // Its own page is gone with it, and must not be drawn again before the sign-in that follows.
  changesNothing: true,
  input: z.strictObject({ token, password: newPassword, email: email.optional(), name: line(120).optional() }),

  async run({ tx, now, about }, { token: told, password, email: as, name }) {
    const link = (await findLink(tx, digest(told), now)) ?? refuse('gone');
    if (link.kind === 'set_up') {
      if (!as || !name)
        refuse('incomplete', undefined, [
          ...(as ? [] : [{ path: 'email', message: 'is needed' }]),
          ...(name ? [] : [{ path: 'name', message: 'is needed' }]),
        ]);
      const passwordHash = await hashPassword(password, [as, name]);
      await lockStaff(tx);
      if ((await hasStaff(tx)) || !(await spendLink(tx, link.id, now))) refuse('gone');
      const staffId =
        (await addStaff(tx, { email: as, name, role: 'admin', passwordHash, createdAt: now })) ?? refuse('gone');
      about(staffId);
      return { email: as };
    }
    if (!link.staffId || !link.email || !link.isActive) refuse('gone');
    about(link.staffId);
    const passwordHash = await hashPassword(password, [link.email, link.name ?? '']);
    if (!(await spendLink(tx, link.id, now))) refuse('gone');
    // A sign-in that is under way with the old password waits, and is refused.
    await lockMember(tx, link.staffId);
    await storeStaff(tx, link.staffId, { passwordHash });
    await endSessions(tx, link.staffId, {}, now);
    return { email: link.email };
  },
});
