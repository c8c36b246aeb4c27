'use server';
import { leaveMail } from '@/lib/commands/leave-mail';
import { resendMail } from '@/lib/commands/resend-mail';
import { submit } from '@/lib/door/next';

export async function resend(input: unknown, key: string) {
  return submit(resendMail, input, key);
}

export async function leave(input: unknown, key: string) {
  return submit(leaveMail, input, key);
}
