import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addSession, endSessions } from '@/db/sessions';
import { findCredentials, lockMember } from '@/db/staff';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';
import { proven, provePassword } from '@/lib/door/proof';

/** One sentence for every reason: it tells nobody which addresses have an account. */
const wrong = () => refuse('unauthenticated', 'The e-mail address or the password is wrong.');

/** The try is counted first and answered then: a refusal would undo its own count. */
export const openSession = opening({
  action: 'session.open',
  input: z.strictObject({
    // What cannot be an address or a password is a wrong one.
    email: z.string().max(254).catch(''),
    password: z.string().max(256).catch(''),
    address: z.string().max(100).nullable(),
    device: z.string().max(400).nullable(),
  }),
  outside: (_, { email, password, address }, now) => provePassword({ email, password, from: address ?? '' }, now),

  async run({ tx, actor, now, about }, { address, device }, proof) {
    const member = proven(proof, about, wrong);
    await lockMember(tx, member.id);
    // Disabled or changed while the password was tried.
    const still = await findCredentials(tx, { id: member.id });
    if (!still?.isActive || still.passwordHash !== member.passwordHash) return wrong();
    if (actor.id && actor.sessionId) await endSessions(tx, actor.id, { only: actor.sessionId }, now);
    const sessionId = randomUUID();
    await addSession(tx, { id: sessionId, staffId: member.id, at: now, address, device });
    return { sessionId, staffId: member.id };
  },
});
