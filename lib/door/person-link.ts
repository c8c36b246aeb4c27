import 'server-only';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { isRepeat } from '@/db/merges';
import { requestBehind } from '@/db/person-links';
import { type FoundRequest, findRequest } from '@/db/requests';
import { env } from '@/lib/env';

const key = (purpose: string) => Buffer.from(hkdfSync('sha256', env().secret, '', purpose, 32));
const signed = (purpose: string, words: string) =>
  createHmac('sha256', key(purpose)).update(words).digest().subarray(0, 24).toString('base64url');

const LINK = 'foramen person link 1';
const SEEN = 'foramen person seen 1';

/** The last part of a person's own address: the id of the link and 192 bits of signature. */
export function tokenFor(linkId: string): string {
  return `${Buffer.from(linkId.replaceAll('-', ''), 'hex').toString('base64url')}${signed(LINK, linkId)}`;
}

export const statusAddress = (linkId: string) => `${env().publicUrl}/status/${tokenFor(linkId)}`;

/** An address that nobody signed leads nowhere, and says no more than one that has ended. */
export const personToken = z.string().max(200);

/** The id that was signed, or null. */
export function linkIn(token: string): string | null {
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  if (hex.length !== 32) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isSame(tokenFor(id), token) ? id : null;
}

/** The request of a link, as a door loads its subject. */
export async function requestOf(tx: Tx, token: string, now: Date): Promise<FoundRequest | undefined> {
  const linkId = linkIn(token);
  const requestId = linkId && (await requestBehind(tx, linkId, now));
  return requestId ? speaksFor(tx, requestId) : undefined;
}

/** What staff put together is one to the person too. What was told again stays a page of its own: it must not say who was known. */
async function speaksFor(tx: Tx, id: string): Promise<FoundRequest | undefined> {
  const request = await findRequest(tx, { id });
  return request?.mergedInto && !(await isRepeat(tx, id)) ? speaksFor(tx, request.mergedInto) : request;
}

/** How long a browser is believed after the date of birth was told, in minutes. */
export const SEEN_FOR = 30;

/** Proof that whoever holds this link told the date of birth, until then. */
export function seenUntil(token: string, until: Date): string {
  return `${until.getTime()}.${signed(SEEN, `${token} ${until.getTime()}`)}`;
}

export function isSeen(token: string, proof: string | undefined, now: Date): boolean {
  const until = Number(proof?.split('.')[0]);
  return until > now.getTime() && isSame(seenUntil(token, new Date(until)), proof ?? '');
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
