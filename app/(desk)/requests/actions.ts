'use server';
import { assignRequest } from '@/lib/commands/assign-request';
import { moveRequest } from '@/lib/commands/move-request';
import { tagRequest } from '@/lib/commands/tag-request';
import { undoChange } from '@/lib/commands/undo-change';
import { writeNote } from '@/lib/commands/write-note';
import { submit, submitEach } from '@/lib/door/next';

export async function assign(input: unknown, key: string) {
  return submit(assignRequest, input, key);
}
export async function move(input: unknown, key: string) {
  return submit(moveRequest, input, key);
}
export async function note(input: unknown, key: string) {
  return submit(writeNote, input, key);
}
export async function tag(input: unknown, key: string) {
  return submit(tagRequest, input, key);
}
export async function undo(input: unknown, key: string) {
  return submit(undoChange, input, key);
}
export async function assignEach(inputs: unknown, key: string) {
  return submitEach(assignRequest, inputs, key);
}
export async function moveEach(inputs: unknown, key: string) {
  return submitEach(moveRequest, inputs, key);
}
export async function tagEach(inputs: unknown, key: string) {
  return submitEach(tagRequest, inputs, key);
}
export async function undoEach(inputs: unknown, key: string) {
  return submitEach(undoChange, inputs, key);
}
