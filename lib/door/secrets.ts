import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in a URL. */
export const newToken = () => randomBytes(32).toString('base64url');

/** Enough for tokens with 256 bits of their own; passwords go through argon2id. */
export const digest = (token: string) => createHash('sha256').update(token).digest('hex');
