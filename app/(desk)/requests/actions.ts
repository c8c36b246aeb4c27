'use server';
import { assignRequest } from '@/lib/commands/assign-request';
import { moveRequest } from '@/lib/commands/move-request';
import { submit } from '@/lib/door/next';

export async function assign(input: unknown, key: string) {
  return submit(assignRequest, input, key);
}
export async function move(input: unknown, key: string) {
  return submit(moveRequest, input, key);
}
