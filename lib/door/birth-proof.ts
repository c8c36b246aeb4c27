import 'server-only';
import { transact } from '@/db/client';
import { detailsOf } from '@/db/intakes';
import { clearFailures, lockFailures, storeFailures } from '@/db/sign-in-failures';
import { AT_PERSON_LINK, failuresNow, waitBefore } from '@/lib/domain/sign-in';
import { linkIn, requestOf } from './person-link';
import { digest } from './secrets';

export type BirthProof = { readonly kind: 'right' | 'wrong' } | { readonly kind: 'wait'; readonly seconds: number };

/** Tries a date of birth at a person's link: counted before it is looked at, whatever becomes of it. */
export async function proveBirth(token: string, day: string, now: Date): Promise<BirthProof> {
  const linkId = linkIn(token);
  if (!linkId) return { kind: 'wrong' };
  const key = digest(`person link ${linkId}`);
  const seconds = await transact(async (tx) => {
    const failures = await lockFailures(tx, key, now);
    const wait = waitBefore(failures, AT_PERSON_LINK, now);
    if (wait === 0) await storeFailures(tx, key, failuresNow(failures, now, AT_PERSON_LINK.memory) + 1, now);
    return Math.ceil(wait / 1_000);
  });
  if (seconds > 0) return { kind: 'wait', seconds };
  return transact(async (tx) => {
    const request = await requestOf(tx, token, now);
    const details = request && (await detailsOf(tx, request.id));
    if (details?.dateOfBirth !== day) return { kind: 'wrong' };
    await clearFailures(tx, [key]);
    return { kind: 'right' };
  });
}
