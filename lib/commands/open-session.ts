import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addSession } from '@/db/sessions';
import { addFailure, failuresOf, forgetFailures } from '@/db/sign-in-failures';
import { findCredentials } from '@/db/staff';
import { AT_ACCOUNT, AT_ADDRESS, FAILURE_MEMORY, foldEmail, waitBefore } from '@/lib/domain/sign-in';
import { opening } from '@/lib/door/door';
import { isPassword } from '@/lib/door/passwords';

export type SignIn =
  | { readonly outcome: 'open'; readonly sessionId: string; readonly staffId: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'wait'; readonly seconds: number };

/** Answers rather than refuses: a failure that rolled back would not be counted. */
export const openSession = opening({
  action: 'session.open',
  input: z.strictObject({
    email: z.string().max(254).transform(foldEmail),
    password: z.string().max(256),
    address: z.string().max(100).nullable(),
    device: z.string().max(400).nullable(),
  }),

  async run({ tx, now, about }, { email, password, address, device }): Promise<SignIn> {
    const atAddress = `${email} ${address ?? ''}`;
    const wait = Math.max(
      waitBefore(await failuresOf(tx, atAddress), AT_ADDRESS, now),
      waitBefore(await failuresOf(tx, email), AT_ACCOUNT, now),
    );
    if (wait > 0) return { outcome: 'wait', seconds: Math.ceil(wait / 1000) };

    const member = await findCredentials(tx, { email });
    // The hash takes its 40 ms inside the transaction: one connection is the price of counting and checking as one.
    const isRight = await isPassword(password, member?.passwordHash);
    if (!member || !isRight || !member.isActive) {
      for (const key of [atAddress, email]) await addFailure(tx, key, new Date(now.getTime() - FAILURE_MEMORY), now);
      return { outcome: 'wrong' };
    }
    about(member.id);
    for (const key of [atAddress, email]) await forgetFailures(tx, key);
    const sessionId = randomUUID();
    await addSession(tx, { id: sessionId, staffId: member.id, at: now, address, device });
    return { outcome: 'open', sessionId, staffId: member.id };
  },
});
