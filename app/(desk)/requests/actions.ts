'use server';
import { assignRequest } from '@/lib/commands/assign-request';
import { changeView } from '@/lib/commands/change-view';
import { deleteView } from '@/lib/commands/delete-view';
import { moveRequest } from '@/lib/commands/move-request';
import { restoreView } from '@/lib/commands/restore-view';
import { saveView } from '@/lib/commands/save-view';
import { sealSearch } from '@/lib/commands/seal-search';
import { setPreferences } from '@/lib/commands/set-preferences';
import { shareView } from '@/lib/commands/share-view';
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
/** Without a key: what is kept for repeats must not hold whom somebody looked for. */
export async function find(input: unknown) {
  return submit(sealSearch, input);
}
export async function keep(input: unknown, key: string) {
  return submit(saveView, input, key);
}
export async function change(input: unknown, key: string) {
  return submit(changeView, input, key);
}
export async function share(input: unknown, key: string) {
  return submit(shareView, input, key);
}
export async function remove(input: unknown, key: string) {
  return submit(deleteView, input, key);
}
export async function restore(input: unknown, key: string) {
  return submit(restoreView, input, key);
}
export async function prefer(input: unknown, key: string) {
  return submit(setPreferences, input, key);
}
