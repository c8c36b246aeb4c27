import { z } from 'zod';
import { findLink } from '@/db/links';
import { refuse } from '@/lib/domain/refusal';
import { token } from '@/lib/door/account';
import { opening } from '@/lib/door/door';
import { digest } from '@/lib/door/secrets';

/** What does this one-use link open, and for whom? Opening does not use it up. */
export const openLink = opening({
  action: 'link.open',
  input: z.strictObject({ token }),
  async run({ tx, now, about }, { token: told }) {
    const link = (await findLink(tx, digest(told), now)) ?? refuse('gone');
    if (link.staffId) about(link.staffId);
    if (link.staffId && !link.isActive) refuse('gone');
    return { kind: link.kind, email: link.email, name: link.name };
  },
});
