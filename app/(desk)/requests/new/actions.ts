'use server';
import { submitRequest } from '@/lib/commands/submit-request';
import { submit } from '@/lib/door/next';

export async function create(input: unknown, key: string) {
  return submit(submitRequest, input, key);
}
