import 'server-only';
import { cookies, headers } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { z } from 'zod';
import { database } from '@/db/client';
import { findKey } from '@/db/keys';
import { findSession, touchSession } from '@/db/sessions';
import type { Actor } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { ABSOLUTE_LIMIT, ASLEEP_COOKIE, secondsLeftOf, sessionState } from '@/lib/domain/session';
import { env } from '@/lib/env';
import { digest } from './secrets';

export const NOBODY: Actor = { id: null, role: 'public', name: 'nobody', sessionId: null };
/** Browsers hold `__Host-` to HTTPS; plain HTTP is for loopback. */
export const sessionCookie = () => (env().isHttps ? '__Host-foramen' : 'foramen');

/** What next-auth needs to know of our sessions. The token's own life is the absolute limit; the row says the rest. */
export const sessionSettings = () => ({
  secret: env().secret,
  session: { strategy: 'jwt' as const, maxAge: ABSOLUTE_LIMIT / 1000 },
  cookies: {
    sessionToken: {
      name: sessionCookie(),
      options: { httpOnly: true, sameSite: 'strict' as const, path: '/', secure: env().isHttps },
    },
  },
});

/** Where a request came from, as the nearest hop says: earlier entries of the header are the sender's own word. */
export function addressOf(request: Request): string | null {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 100) || null;
}

/** Who is asking, once a render or request: the token carries only the session's id, all else is read from the database. */
export const currentActor = cache(async (): Promise<Actor> => {
  const bearer = (await headers()).get('authorization');
  if (bearer) return keyHolder(bearer);
  const sid = await sessionSent();
  return sid ? sessionHolder(sid, new Date(), (await cookies()).has(ASLEEP_COOKIE)) : NOBODY;
});

/** The same, and asking is no sign of life. */
export async function quietActor(): Promise<Actor> {
  const bearer = (await headers()).get('authorization');
  if (bearer) return keyHolder(bearer);
  const sid = await sessionSent();
  return sid ? sessionHolder(sid, new Date(), true) : NOBODY;
}

/** The staff member of a session, role and active flag as they are now. */
export async function sessionHolder(sid: string, now: Date, isAsleep = false): Promise<Actor> {
  const session = await findSession(database(), sid);
  if (!session || sessionState(session, now) !== 'open') return NOBODY;
  if (!isAsleep) await touchSession(database(), session, now);
  return { id: session.staffId, role: session.role, name: session.name, sessionId: sid };
}

/** Whose session it is, and how long until it ends by idling or age. Asking is no sign of life. */
export async function sessionEnd() {
  const sid = await sessionSent();
  const session = sid ? await findSession(database(), sid) : undefined;
  const secondsLeft = session ? secondsLeftOf(session, new Date()) : 0;
  return session && secondsLeft > 0 ? { secondsLeft, staffId: session.staffId, email: session.email } : null;
}

/** The person is there, and says so. */
export async function keepSession() {
  const sid = await sessionSent();
  const holder = sid ? await sessionHolder(sid, new Date()) : NOBODY;
  return (holder.id && (await sessionEnd())) || refuse('unauthenticated');
}

async function sessionSent(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return undefined;
  const claims = await decode({ token, secret: env().secret }).catch(() => null);
  return z.uuid().safeParse(claims?.sid).data;
}

async function keyHolder(bearer: string): Promise<Actor> {
  const key = /^Bearer ([\x21-\x7e]{8,200})$/.exec(bearer)?.[1];
  if (!key) return NOBODY;
  const found = await findKey(database(), digest(key), new Date());
  return found ? { id: found.id, role: 'intake', name: found.name, sessionId: null } : NOBODY;
}
