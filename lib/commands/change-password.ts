import { z } from 'zod';
import { endSessions } from '@/db/sessions';
import { storeStaff } from '@/db/staff';
import { type Actor, staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { newPassword } from '@/lib/door/account';
import { type Call, type Entry, opening } from '@/lib/door/door';
import { hashPassword } from '@/lib/door/passwords';
import { type Proof, proven, proveOwnPassword } from '@/lib/door/proof';

const typed = z.strictObject({ current: z.string().max(256), password: newPassword });
const wrong = () => refuse('invalid', undefined, [{ path: 'current', message: 'is not your password' }]);

const change = opening({
  action: 'password.change',
  input: typed.extend({ proof: z.custom<Proof>().optional() }),

  async run({ tx, actor, now, about }, { proof, password }) {
    const member = proof ? proven(proof, about, wrong) : wrong();
    const passwordHash = await hashPassword(password, [member.email, member.name]);
    await storeStaff(tx, member.id, { passwordHash });
    return { ended: await endSessions(tx, member.id, { but: actor.sessionId ?? undefined }, now) };
  },
});

/** Every other session of the person ends. Guessing the current one is slowed as at the sign-in: a desk may be left open. */
export const changePassword: Entry<{ ended: number }> = Object.assign(
  (actor: Actor, raw: unknown, { now = new Date() }: Call = {}) => change(actor, () => tried(actor, raw, now), { now }),
  { action: change.action, input: typed },
);

async function tried(actor: Actor, raw: unknown, now: Date) {
  const { data } = typed.safeParse(raw);
  // What cannot be read is not tried: the door says which field.
  return data ? { ...data, proof: await proveOwnPassword(staffIdOf(actor), data.current, now) } : raw;
}
