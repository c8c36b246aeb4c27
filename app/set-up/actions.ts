'use server';
import { redeemLink } from '@/lib/commands/redeem-link';
import { submit } from '@/lib/door/next';

/** Without the key: an answer kept for repeats would be found by its password's hash. */
export async function redeem(input: unknown) {
  return submit(redeemLink, input);
}
