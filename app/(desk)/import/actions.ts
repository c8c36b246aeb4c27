'use server';
import { beginImport } from '@/lib/commands/begin-import';
import { checkImport } from '@/lib/commands/check-import';
import { dropImport } from '@/lib/commands/drop-import';
import { endImport } from '@/lib/commands/end-import';
import { storeImport } from '@/lib/commands/store-import';
import { undoImport } from '@/lib/commands/undo-import';
import { submit } from '@/lib/door/next';

export async function begin(input: unknown, key: string) {
  return submit(beginImport, input, key);
}

export async function end(input: unknown, key: string) {
  return submit(endImport, input, key);
}

export async function check(input: unknown, key: string) {
  return submit(checkImport, input, key);
}

export async function store(input: unknown, key: string) {
  return submit(storeImport, input, key);
}

export async function undo(input: unknown, key: string) {
  return submit(undoImport, input, key);
}

export async function drop(input: unknown, key: string) {
  return submit(dropImport, input, key);
}
