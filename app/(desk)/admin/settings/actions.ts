'use server';
import { createKey } from '@/lib/commands/create-key';
import { revokeKey } from '@/lib/commands/revoke-key';
import { rotateKey } from '@/lib/commands/rotate-key';
import { submit } from '@/lib/door/next';

/** Without the key for repeats: a kept answer would keep the intake key in plain. */
export async function create(input: unknown) {
  return submit(createKey, input);
}

/** The same. */
export async function rotate(input: unknown) {
  return submit(rotateKey, input);
}

export async function revoke(input: unknown, key: string) {
  return submit(revokeKey, input, key);
}
