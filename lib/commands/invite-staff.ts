import { z } from 'zod';
import { addLink } from '@/db/links';
import { addStaff } from '@/db/staff';
import { STAFF_ROLES } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { email } from '@/lib/door/account';
import { opening } from '@/lib/door/door';
import { line } from '@/lib/door/input';
import { digest, newToken } from '@/lib/door/secrets';

const VALID_FOR = 72 * 3_600_000;

/** The token is told once, here; only its hash is kept. */
export const inviteStaff = opening({
  action: 'staff.invite',
  input: z.strictObject({ email, name: line(120), role: z.enum(STAFF_ROLES) }),

  async run({ tx, now, about }, invited) {
    const staffId =
      (await addStaff(tx, { ...invited, createdAt: now })) ??
      refuse('conflict', 'There is an account with this e-mail.', [
        { path: 'email', message: 'is already on the staff list' },
      ]);
    about(staffId);
    const token = newToken();
    const expiresAt = new Date(now.getTime() + VALID_FOR);
    await addLink(tx, { kind: 'invite', staffId, tokenHash: digest(token), createdAt: now, expiresAt });
    return { staffId, token, expiresAt: expiresAt.toISOString() };
  },
});
