import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { isCommon } from '@/lib/domain/password';
import { refuse } from '@/lib/domain/refusal';

/** OWASP's second choice for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified when there is no such account, so that the answer takes as long. Of no password. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$At7MLf6DRVWVCOU+8R2IAQ$bKJDMOmJWv6CGTGAUGlmNXn2D/8tm/7Nokh2HqVsTho';

/** Refuses a password that is too easy to guess, naming the field. */
export async function hashPassword(password: string, about: readonly string[]): Promise<string> {
  if (isCommon(password, about))
    refuse('invalid', undefined, [{ path: 'password', message: 'is too easy to guess; take four words or more' }]);
  return hash(password.normalize('NFKC'), COST);
}

export async function isPassword(password: string, known: string | null | undefined): Promise<boolean> {
  const matches = await verify(known ?? NOBODYS, password.normalize('NFKC'));
  return matches && Boolean(known);
}
