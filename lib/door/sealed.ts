import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

const CIPHER = 'aes-256-gcm';
const PURPOSE = 'foramen drafts 1';
const NONCE = 12;
const TAG = 16;

/** Words only this clinic can read again, and only as what they were sealed about. */
export function seal(words: string, about: readonly (string | null)[]): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key(), nonce).setAAD(Buffer.from(JSON.stringify(about)));
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Null where the seal does not fit: another secret, another place, or a changed byte. */
export function unseal(sealed: Buffer, about: readonly (string | null)[]): string | null {
  try {
    const decipher = createDecipheriv(CIPHER, key(), sealed.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(JSON.stringify(about)))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const key = () => Buffer.from(hkdfSync('sha256', env().secret, '', PURPOSE, 32));
