import 'server-only';
import { cookies } from 'next/headers';
import { Refusal, refuse } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import type { Entry } from './door';
import { withinPublicLimit } from './limits';
import { PRIVATE, problemResponse } from './next';
import { fromOurPages } from './origin';
import { addressOf, currentActor } from './session';
import { formOf } from './told';

export type Went = { readonly to: string; readonly cookie?: { readonly name: string; readonly value: string } };

/** The posts of plain forms go through this: they work without a script, and every answer sends the browser on to a page. */
export async function take<O>(
  act: Entry<O>,
  request: Request,
  input: (said: URLSearchParams) => unknown,
  on: {
    readonly done: (answer: O, said: URLSearchParams) => Went;
    readonly refused: (refusal: Refusal) => string | null;
  },
): Promise<Response> {
  try {
    withinPublicLimit(addressOf(request));
    let said = new URLSearchParams();
    const answer = await act(await currentActor(), async () => {
      fromOurPages(request.headers);
      said = await formOf(request);
      return input(said);
    });
    return sentOn(on.done(answer, said));
  } catch (error) {
    const to = error instanceof Refusal ? on.refused(error) : null;
    return to ? sentOn({ to }) : spokenPlainly(request, problemResponse(error));
  }
}

/** To a browser, which would show a person the words of a program. What was typed is still on the page before. */
export function spokenPlainly(request: Request, problem: Response): Response {
  if (!request.headers.get('accept')?.includes('text/html')) return problem;
  const headers = new Headers(problem.headers);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(problem.status === 429 ? WAIT : AGAIN, { status: problem.status, headers });
}

const page = (title: string, en: string, es: string) =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${en}</p><p lang="es">${es}</p></main></html>`;
const WAIT = page(
  'Please wait a moment',
  'Many people are sending at once. Go back, wait a minute, and send it again. Nothing you wrote is lost.',
  'Muchas personas envían a la vez. Vuelva atrás, espere un minuto y envíelo otra vez. No se pierde nada de lo que escribió.',
);
const AGAIN = page(
  'This was not saved',
  'Go back and send it again. Nothing you wrote is lost. If it happens again, please call us.',
  'Vuelva atrás y envíelo otra vez. No se pierde nada de lo que escribió. Si vuelve a pasar, llámenos.',
);

export function sentOn({ to, cookie }: Went): Response {
  const headers = new Headers({ ...PRIVATE, location: new URL(to, env().publicUrl).href });
  if (cookie)
    headers.append('set-cookie', `${cookie.name}=${cookie.value}; ${COOKIE}${env().isHttps ? '; Secure' : ''}`);
  return new Response(null, { status: 303, headers });
}

/** Lax: people come back from their mail. */
const COOKIE = 'Path=/status; HttpOnly; SameSite=Lax; Max-Age=1800';
export const SEEN_COOKIE = 'foramen-seen';

/** What this browser brought along of the date of birth it told. */
export async function proofSent(): Promise<string | undefined> {
  return (await cookies()).get(SEEN_COOKIE)?.value;
}

/** The language of the page it was sent from. */
export const spoken = (said: URLSearchParams) => (said.get('lang') === 'es' ? 'es' : 'en');

/** A field said once. */
export function once(said: URLSearchParams, name: string): string | undefined {
  const all = said.getAll(name);
  if (all.length > 1) refuse('invalid', undefined, [{ path: name, message: 'is given more than once' }]);
  return all[0];
}
