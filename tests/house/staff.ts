import { inviteStaff } from '@/lib/commands/invite-staff';
import { openSession } from '@/lib/commands/open-session';
import { redeemLink } from '@/lib/commands/redeem-link';
import type { Actor, StaffRole } from '@/lib/domain/permissions';
import { Refusal } from '@/lib/domain/refusal';
import { sessionHolder } from '@/lib/door/session';
import { nobody } from './people';

export const GOOD_PASSWORD = 'amber kettle orbit walnut';
let made = 0;

/** Invited, with a password of their own. */
export async function aMember(admin: Actor, role: StaffRole, password = GOOD_PASSWORD) {
  made += 1;
  const email = `${role}${made}@clinic.example`;
  const { staffId, token } = await inviteStaff(admin, { name: `${role} number ${made}`, email, role });
  await redeemLink(nobody, { token, password });
  return { staffId, email, password };
}

type Try = { email: string; password: string; address?: string };

export function signIn({ email, password, address = '192.0.2.1' }: Try, now?: Date) {
  return openSession(nobody, { email, password, address, device: 'a test' }, { now });
}

/** As the next request would find them. */
export async function signedIn(who: Try, now = new Date()): Promise<Actor> {
  const { sessionId } = await signIn(who, now);
  return sessionHolder(sessionId, now);
}

/** "done", or the code of the refusal; anything else breaks the test. */
export async function outcomeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
}
