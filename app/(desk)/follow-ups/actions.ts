'use server';
import { completeFollowUp } from '@/lib/commands/complete-follow-up';
import { submit } from '@/lib/door/next';

export async function complete(input: unknown, key: string) {
  return submit(completeFollowUp, input, key);
}
