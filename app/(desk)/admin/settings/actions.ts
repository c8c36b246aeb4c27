'use server';
import { createKey } from '@/lib/commands/create-key';
import { revokeKey } from '@/lib/commands/revoke-key';
import { submit } from '@/lib/door/next';

/** Without the key for repeats: a kept answer would keep the intake key in plain. */
export async function create(input: unknown) {
  return submit(createKey, input);
}

export async function revoke(input: unknown, key: string) {
  return submit(revokeKey, input, key);
}
