import 'server-only';
import type { SecretRow } from '@/db/keys';
import { seal, unseal } from './sealed';
import { digest, newToken } from './secrets';

/** A secret to show once, and what is kept of it: a hash, and of one that signs the secret itself under seal. */
export function newSecret(isSigning: boolean): { readonly secret: string; readonly row: SecretRow } {
  const secret = `${isSigning ? 'fs' : 'fk'}_${newToken()}`;
  const keyHash = digest(secret);
  const signing = isSigning ? seal(secret, place(keyHash)) : null;
  return { secret, row: { keyHash, hint: secret.slice(0, 8), signing } };
}

/** Null where the seal does not fit: the clinic's own secret was changed since. */
export function signingSecret({ keyHash, signing }: SecretRow): string | null {
  return signing && unseal(signing, place(keyHash));
}

const place = (keyHash: string) => ['intake key', keyHash];
