'use server';
import { claimRequest } from '@/lib/commands/claim-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { moveRequest } from '@/lib/commands/move-request';
import { submit } from '@/lib/door/next';

export async function claim(input: unknown, key: string) {
  return submit(claimRequest, input, key);
}

export async function decide(input: unknown, key: string) {
  return submit(decideCandidacy, input, key);
}

export async function move(input: unknown, key: string) {
  return submit(moveRequest, input, key);
}
