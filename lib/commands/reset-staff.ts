import { z } from 'zod';
import { addLink } from '@/db/links';
import { findCredentials, findStaff } from '@/db/staff';
import { refuse } from '@/lib/domain/refusal';
import { entry } from '@/lib/door/door';
import { digest, newToken } from '@/lib/door/secrets';

const VALID_FOR = { reset: 3_600_000, invite: 72 * 3_600_000 };

/** A new one-use link: to reset a password, or to accept an invitation that ran out. Nobody sets another's password. */
export const resetStaff = entry({
  action: 'staff.reset',
  input: z.strictObject({ staffId: z.uuid() }),
  subject: (tx, { staffId }) => findStaff(tx, staffId),

  async run({ tx, now }, _input, member) {
    if (!member.isActive)
      refuse('incomplete', 'Enable this account first.', [{ path: 'staffId', message: 'is disabled' }]);
    const kind = (await findCredentials(tx, { id: member.id }))?.passwordHash ? 'reset' : 'invite';
    const token = newToken();
    const expiresAt = new Date(now.getTime() + VALID_FOR[kind]);
    await addLink(tx, { kind, staffId: member.id, tokenHash: digest(token), createdAt: now, expiresAt });
    return { staffId: member.id, token, expiresAt: expiresAt.toISOString() };
  },
});
