'use server';
import { amendDecision } from '@/lib/commands/amend-decision';
import { submit } from '@/lib/door/next';

export async function amend(input: unknown, key: string) {
  return submit(amendDecision, input, key);
}
