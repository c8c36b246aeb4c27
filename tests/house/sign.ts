import { createHmac } from 'node:crypto';

/** A body as a web-form vendor signs it: seconds since 1970, a full stop, and the bytes that are sent. */
export function signed(body: string, { keyId, secret, at = new Date() }: { keyId: string; secret: string; at?: Date }) {
  const t = Math.floor(at.getTime() / 1_000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return { 'x-foramen-key': keyId, 'x-foramen-signature': `t=${t},v1=${v1}` };
}
