import NextAuth, { type NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { endSession } from '@/lib/commands/end-session';
import { openSession } from '@/lib/commands/open-session';
import { fromOurPages, problemResponse } from '@/lib/door/next';
import { addressOf, NOBODY, sessionHolder, sessionSettings } from '@/lib/door/session';

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: Request, context: Context) {
  return answer(request, context);
}

export async function POST(request: Request, context: Context) {
  try {
    fromOurPages(request.headers);
  } catch (error) {
    return problemResponse(error);
  }
  return answer(request, context);
}

async function answer(request: Request, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, options(request)) as Promise<Response>;
}

/** The token carries the id of a session row and nothing else; role and rights are read from the database. */
function options(request: Request): NextAuthOptions {
  return {
    ...sessionSettings(),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(typed) {
          const signedIn = await openSession(NOBODY, {
            email: String(typed?.email ?? ''), password: String(typed?.password ?? ''),
            address: addressOf(request), device: request.headers.get('user-agent')?.slice(0, 300) ?? null,
          });
          if (signedIn.outcome === 'wait') throw new Error(`wait ${signedIn.seconds}`);
          return signedIn.outcome === 'open' ? { id: signedIn.sessionId } : null;
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
