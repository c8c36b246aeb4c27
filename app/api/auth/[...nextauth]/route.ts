import NextAuth, { type NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { endSession } from '@/lib/commands/end-session';
import { openSession } from '@/lib/commands/open-session';
import { Refusal, refuse } from '@/lib/domain/refusal';
import { problemResponse } from '@/lib/door/next';
import { fromOurPages } from '@/lib/door/origin';
import { addressOf, currentActor, NOBODY, sessionHolder, sessionSettings } from '@/lib/door/session';

type Context = { params: Promise<{ nextauth: string[] }> };
const BODY_LIMIT = 10_000;

export async function GET(request: Request, context: Context) {
  return (await answer(request, context)).response;
}

export async function POST(request: Request, context: Context) {
  try {
    fromOurPages(request.headers);
    const length = request.headers.get('content-length');
    if (length === null || Number(length) > BODY_LIMIT)
      refuse('too_large', `Say Content-Length; at most ${BODY_LIMIT} bytes`);
    const { response, failure } = await answer(request, context);
    // A wrong password stays next-auth's own 401; whatever else went wrong must not look like one.
    return failure === null || isWrongPassword(failure) ? response : problemResponse(failure);
  } catch (error) {
    // The parser's own words quote the body.
    return problemResponse(error instanceof SyntaxError ? new Refusal('invalid', 'The body cannot be read.') : error);
  }
}

async function answer(request: Request, context: Context) {
  const met: { failure: unknown } = { failure: null };
  const response = (await NextAuth(request as never, context as never, options(request, met))) as Response;
  return { response, failure: met.failure };
}

const isWrongPassword = (error: unknown) => error instanceof Refusal && error.code === 'unauthenticated';

/** The token carries the id of a session row and nothing else; role and rights are read from the database. */
function options(request: Request, met: { failure: unknown }): NextAuthOptions {
  return {
    ...sessionSettings(),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    // Its own log lines quote what was sent.
    logger: { error: (code) => console.error(`sign-in: ${code}`), warn: () => undefined, debug: () => undefined },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(typed) {
          const opened = await openSession(await currentActor(), {
            email: String(typed?.email ?? ''),
            password: String(typed?.password ?? ''),
            address: addressOf(request),
            device: request.headers.get('user-agent')?.slice(0, 300) ?? null,
          }).catch((error: unknown) => {
            met.failure = error;
            return null;
          });
          return opened && { id: opened.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const holder = typeof token?.sid === 'string' ? await sessionHolder(token.sid, new Date()) : NOBODY;
        if (holder.id) await endSession(holder, { staffId: holder.id, which: holder.sessionId });
      },
    },
  };
}
