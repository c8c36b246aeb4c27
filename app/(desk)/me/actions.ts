'use server';
import { changePassword } from '@/lib/commands/change-password';
import { endSession } from '@/lib/commands/end-session';
import { setPreferences } from '@/lib/commands/set-preferences';
import { submit } from '@/lib/door/next';

/** Without the key: what is kept for repeats would hold a quick hash of the password. */
export async function change(input: unknown) {
  return submit(changePassword, input);
}

export async function end(input: unknown, key: string) {
  return submit(endSession, input, key);
}

export async function prefer(input: unknown, key: string) {
  return submit(setPreferences, input, key);
}
