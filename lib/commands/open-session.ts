import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addSession, endSessions } from '@/db/sessions';
import { findCredentials } from '@/db/staff';
import type { Actor } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { type Call, type Entry, opening } from '@/lib/door/door';
import { type Proof, proven, provePassword } from '@/lib/door/proof';

const typed = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(256),
  address: z.string().max(100).nullable(),
  device: z.string().max(400).nullable(),
});
type Typed = z.output<typeof typed>;

/** One sentence for every reason: it tells nobody which addresses have an account. */
const wrong = () => refuse('unauthenticated', 'The e-mail address or the password is wrong.');

const admit = opening({
  action: 'session.open',
  input: z.custom<Pick<Typed, 'address' | 'device'> & { proof: Proof }>(),

  async run({ tx, actor, now, about }, { proof, address, device }) {
    const member = proven(proof, about, wrong);
    // Disabled or changed while the password was tried.
    const still = await findCredentials(tx, { id: member.id });
    if (!still?.isActive || still.passwordHash !== member.passwordHash) return wrong();
    if (actor.id && actor.sessionId) await endSessions(tx, actor.id, { only: actor.sessionId }, now);
    const sessionId = randomUUID();
    await addSession(tx, { id: sessionId, staffId: member.id, at: now, address, device });
    return { sessionId, staffId: member.id };
  },
});

/** The try is counted first and answered then: a refusal would undo its own count. */
export const openSession: Entry<{ sessionId: string; staffId: string }> = Object.assign(
  (actor: Actor, raw: unknown, { now = new Date() }: Call = {}) => admit(actor, () => tried(raw, now), { now }),
  { action: admit.action, input: typed },
);

async function tried(raw: unknown, now: Date) {
  const { data } = typed.safeParse(raw);
  if (!data) return wrong();
  const { email, password, address, device } = data;
  return { proof: await provePassword({ email, password, from: address ?? '' }, now), address, device };
}
