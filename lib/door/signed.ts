import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { database } from '@/db/client';
import { findSigner, noteUse, type SecretRow, type Signer } from '@/db/keys';
import { type Action, type Actor, scopeOf } from '@/lib/domain/permissions';
import { Refusal, refuse } from '@/lib/domain/refusal';
import { keepRefusal } from './door';
import { signingSecret } from './intake-secret';
import { NOBODY } from './session';
import { bytesOf } from './told';

const SIGNATURE = 'X-Foramen-Signature';
const KEY = 'X-Foramen-Key';
/** Seconds that the sender's clock and the way may take, to either side. */
const TOLERANCE = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Proof = {
  readonly actor: Actor;
  readonly bytes: Uint8Array;
  /** Hex, lower case: the same for every way of writing it. */
  readonly signature: string;
};

export const isSigned = (sent: Headers): boolean => sent.has(SIGNATURE) || sent.has(KEY);

/** HMAC-SHA256 in hex over "<t>.<body>", keyed with the secret as it was shown; `t` is whole seconds since 1970. */
export function signatureOf(secret: string, t: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex');
}

/** Who signed. What can be refused without the body is refused before a byte of it is read; each refusal is kept as nobody's, about the key that was named. */
export async function proveSigned(request: Request, action: Action, now: Date): Promise<Proof> {
  let signer: Signer | undefined;
  try {
    if (!scopeOf('intake', action)) refuse('forbidden', 'An intake key may submit requests and do nothing else.');
    const { t, claimed } = claimIn(request.headers);
    signer = await findSigner(database(), keyIn(request.headers), now);
    if (!signer) return unproven(KEY, 'is no key that signs and is in force');
    refuseUntimely(t, now);
    const bytes = await bytesOf(request);
    const proof = provenBy(signer, (secret) => signatureOf(secret, t, bytes), claimed);
    await noteUse(database(), { key: signer.key, former: proof.former }, now);
    const { id, name } = signer.key;
    return { actor: { id, role: 'intake', name, sessionId: null }, bytes, signature: proof.signature };
  } catch (error) {
    if (error instanceof Refusal) await keepRefusal(NOBODY, action, signer?.key.id ?? null, error.code, now);
    throw error;
  }
}

function claimIn(sent: Headers): { readonly t: string; readonly claimed: Buffer } {
  const [, t, hex] = /^t=(\d{1,12}), ?v1=([0-9a-f]{64})$/i.exec(sent.get(SIGNATURE) ?? '') ?? [];
  if (!t || !hex) return unproven(SIGNATURE, 'must look like t=1767225600,v1= and 64 hexadecimal digits');
  return { t, claimed: Buffer.from(hex, 'hex') };
}

function keyIn(sent: Headers): string {
  const id = sent.get(KEY) ?? '';
  return UUID.test(id) ? id : unproven(KEY, 'must be the id of the key, as it was shown beside its secret');
}

function refuseUntimely(t: string, now: Date) {
  const age = now.getTime() / 1_000 - Number(t);
  if (age > TOLERANCE) unproven(SIGNATURE, 'is more than 5 minutes old; sign again with the time of now');
  if (age < -TOLERANCE) unproven(SIGNATURE, 'lies more than 5 minutes ahead; set the clock of the sender');
}

/** Every secret is tried in the time of all, whichever fits. */
function provenBy({ secrets }: Signer, sign: (secret: string) => string, claimed: Buffer) {
  const [fitting] = secrets
    .map(({ row, former }) => ({ former, signature: signatureBy(row, sign) }))
    .filter(({ signature }) => signature && timingSafeEqual(Buffer.from(signature, 'hex'), claimed));
  if (!fitting?.signature) return unproven(SIGNATURE, 'does not fit this body and this key');
  return { former: fitting.former, signature: fitting.signature };
}

function signatureBy(row: SecretRow, sign: (secret: string) => string): string | null {
  const secret = signingSecret(row);
  return secret && sign(secret);
}

const unproven = (path: string, message: string): never =>
  refuse('unauthenticated', `${path} ${message}.`, [{ path, message }]);
