'use server';
import { acknowledgeAlarm } from '@/lib/commands/acknowledge-alarm';
import { assignRequest } from '@/lib/commands/assign-request';
import { completeFollowUp } from '@/lib/commands/complete-follow-up';
import { correctRequest } from '@/lib/commands/correct-request';
import { dismissDuplicate } from '@/lib/commands/dismiss-duplicate';
import { logContact } from '@/lib/commands/log-contact';
import { moveRequest } from '@/lib/commands/move-request';
import { raiseUrgency } from '@/lib/commands/raise-urgency';
import { remindPerson } from '@/lib/commands/remind-person';
import { removeDocument } from '@/lib/commands/remove-document';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { tagRequest } from '@/lib/commands/tag-request';
import { unmergeRequest } from '@/lib/commands/unmerge-request';
import { writeNote } from '@/lib/commands/write-note';
import { submit } from '@/lib/door/next';

export async function move(input: unknown, key: string) {
  return submit(moveRequest, input, key);
}
export async function assign(input: unknown, key: string) {
  return submit(assignRequest, input, key);
}
export async function correct(input: unknown, key: string) {
  return submit(correctRequest, input, key);
}
export async function acknowledge(input: unknown, key: string) {
  return submit(acknowledgeAlarm, input, key);
}
export async function raise(input: unknown, key: string) {
  return submit(raiseUrgency, input, key);
}
export async function remind(input: unknown, key: string) {
  return submit(remindPerson, input, key);
}
export async function tag(input: unknown, key: string) {
  return submit(tagRequest, input, key);
}
export async function note(input: unknown, key: string) {
  return submit(writeNote, input, key);
}
export async function log(input: unknown, key: string) {
  return submit(logContact, input, key);
}
export async function schedule(input: unknown, key: string) {
  return submit(scheduleFollowUp, input, key);
}
export async function complete(input: unknown, key: string) {
  return submit(completeFollowUp, input, key);
}
export async function dismiss(input: unknown, key: string) {
  return submit(dismissDuplicate, input, key);
}
export async function unmerge(input: unknown, key: string) {
  return submit(unmergeRequest, input, key);
}
export async function removeFile(input: unknown, key: string) {
  return submit(removeDocument, input, key);
}
