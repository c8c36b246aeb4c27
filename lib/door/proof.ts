import 'server-only';
import { transact } from '@/db/client';
import { hasSignedInFrom } from '@/db/sessions';
import { clearFailures, lockFailures, storeFailures } from '@/db/sign-in-failures';
import { findCredentials } from '@/db/staff';
import { refuse } from '@/lib/domain/refusal';
import { AT_ACCOUNT, AT_ADDRESS, failuresNow, foldEmail, waitBefore } from '@/lib/domain/sign-in';
import { isPassword } from './passwords';
import { digest } from './secrets';

export type Member = NonNullable<Awaited<ReturnType<typeof findCredentials>>>;
export type Proof =
  | { readonly kind: 'right'; readonly member: Member }
  | { readonly kind: 'wrong'; readonly staffId: string | null }
  | { readonly kind: 'wait'; readonly staffId: string | null; readonly seconds: number };

const DAY = 86_400_000;
/** How long an address from which somebody signed in stays theirs. */
const REMEMBERED = 30 * DAY;

/** Tries a password: 40 ms outside any transaction, and counted whatever becomes of it. */
export async function provePassword(
  typed: { email: string; password: string; from: string },
  now: Date,
): Promise<Proof> {
  const email = foldEmail(typed.email);
  const counts = [
    { key: digest(`${email} ${typed.from}`), limit: AT_ADDRESS },
    { key: digest(email), limit: AT_ACCOUNT },
  ];
  const seconds = await transact(async (tx) => {
    const known = [];
    for (const { key, limit } of counts) known.push({ key, limit, failures: await lockFailures(tx, key, now) });
    const isKnown = await hasSignedInFrom(tx, email, typed.from, new Date(now.getTime() - REMEMBERED));
    const waits = known.map(({ failures, limit }) =>
      isKnown && limit === AT_ACCOUNT ? 0 : waitBefore(failures, limit, now),
    );
    const wait = Math.max(...waits);
    // Counted as a failure before it is looked at, so that many at once cannot slip through. One that must wait is not counted.
    for (const { key, failures } of wait > 0 ? [] : known)
      await storeFailures(tx, key, failuresNow(failures, now) + 1, now);
    return Math.ceil(wait / 1_000);
  });
  const member = await transact((tx) => findCredentials(tx, { email }));
  if (seconds > 0) return { kind: 'wait', staffId: member?.id ?? null, seconds };
  const isRight = await isPassword(typed.password, member?.passwordHash);
  if (!isRight || !member?.isActive) return { kind: 'wrong', staffId: member?.id ?? null };
  await transact((tx) =>
    clearFailures(
      tx,
      counts.map(({ key }) => key),
    ),
  );
  return { kind: 'right', member };
}

export async function proveOwnPassword(staffId: string, password: string, now: Date): Promise<Proof> {
  const member = await transact((tx) => findCredentials(tx, { id: staffId }));
  return provePassword({ email: member?.email ?? '', password, from: `own desk ${staffId}` }, now);
}

/** The member whose password it is. Refused inside the door, where refusals are audited. */
export function proven(proof: Proof, about: (staffId: string) => void, wrong: () => never): Member {
  const staffId = proof.kind === 'right' ? proof.member.id : proof.staffId;
  if (staffId) about(staffId);
  if (proof.kind === 'wait')
    return refuse('too_many', `Too many attempts. Try again in ${proof.seconds} s.`, [], { retryAfter: proof.seconds });
  return proof.kind === 'right' ? proof.member : wrong();
}
