'use server';
import { changeStaffRole } from '@/lib/commands/change-staff-role';
import { disableStaff } from '@/lib/commands/disable-staff';
import { enableStaff } from '@/lib/commands/enable-staff';
import { endSession } from '@/lib/commands/end-session';
import { inviteStaff } from '@/lib/commands/invite-staff';
import { resetStaff } from '@/lib/commands/reset-staff';
import { submit } from '@/lib/door/next';

/** Links go without a key: an answer kept for repeats would keep their token in plain. */
export async function invite(input: unknown) {
  return submit(inviteStaff, input);
}

export async function reset(input: unknown) {
  return submit(resetStaff, input);
}

export async function changeRole(input: unknown, key: string) {
  return submit(changeStaffRole, input, key);
}

export async function disable(input: unknown, key: string) {
  return submit(disableStaff, input, key);
}

export async function enable(input: unknown, key: string) {
  return submit(enableStaff, input, key);
}

export async function endSessions(input: unknown, key: string) {
  return submit(endSession, input, key);
}
