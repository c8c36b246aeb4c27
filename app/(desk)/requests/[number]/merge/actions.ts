'use server';
import { mergeRequests } from '@/lib/commands/merge-requests';
import { submit } from '@/lib/door/next';

export async function merge(input: unknown, key: string) {
  return submit(mergeRequests, input, key);
}
