import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { sealSearchWords } from './lib/door/search-seal';
import { isSetUp } from './lib/door/set-up';
import { env } from './lib/env';

const BEFORE_SET_UP = /^\/(set-up$|_next\/static\/|favicon\.svg$|robots\.txt$|api\/(health|ready)$)/;

/** What people in pain open, without an account. */
const OF_THE_PUBLIC = /^\/(review-request|status)(\/|$)/;

/** What somebody else made: it is saved, and as a page it could do nothing. */
const A_FILE = /^\/api\/requests\/[^/]+\/documents\/[^/]+$/;

const NO_FEATURES =
  'accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()';

/** Headers on every answer, and nothing else: the door guards. */
export async function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString('base64');
  const { pathname } = request.nextUrl;
  const isStatic = pathname.startsWith('/_next/static/');
  if (!isOurHost(request.headers.get('host')))
    return dressed(plain(421, 'This address does not belong to this clinic.'), nonce, isStatic);
  if (!BEFORE_SET_UP.test(pathname) && !(await isSetUp())) return dressed(notSetUp(pathname), nonce, isStatic);
  // Sign-in sends who is in on to where their role begins.
  if (pathname === '/') return dressed(NextResponse.redirect(new URL('/sign-in', env().publicUrl)), nonce, isStatic);
  if (request.nextUrl.searchParams.has('q') && !pathname.startsWith('/api/'))
    return dressed(NextResponse.redirect(withoutWords(request.nextUrl)), nonce, isStatic);

  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-here', pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy(nonce));
  const response = dressed(NextResponse.next({ request: { headers } }), nonce, isStatic);
  // A plain form without a script names its origin only where the page may say where it is; nobody else is told.
  if (OF_THE_PUBLIC.test(pathname)) response.headers.set('referrer-policy', 'same-origin');
  if (A_FILE.test(pathname)) response.headers.set('content-security-policy', "sandbox; default-src 'none'");
  // Compression would hold the lines of a stream back.
  if (pathname === '/api/v1/events') response.headers.append('cache-control', 'no-transform');
  return response;
}

/** A search names people: in the address of a page it stands sealed, before anything keeps that address. */
function withoutWords({ pathname, searchParams }: URL): URL {
  const address = new URL(pathname, env().publicUrl);
  const words = searchParams.get('q')?.trim();
  for (const [name, value] of searchParams) if (name !== 'q') address.searchParams.append(name, value);
  // One character too many is enough to be told so.
  if (words && pathname === '/requests') address.searchParams.set('find', sealSearchWords(words.slice(0, 201)));
  return address;
}

/** A foreign name in Host could be used to build links; loopback is for health checks. */
function isOurHost(host: string | null): boolean {
  return host === new URL(env().publicUrl).host || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function policy(nonce: string): string {
  const development = env().isDevelopment ? " 'unsafe-eval'" : '';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // The UI library places its parts by style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function dressed(response: NextResponse, nonce: string, isStatic: boolean): NextResponse {
  const { headers } = response;
  headers.set('content-security-policy', policy(nonce));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', NO_FEATURES);
  headers.set('x-robots-tag', 'noindex, nofollow');
  if (env().isHttps) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  if (!isStatic) headers.set('cache-control', 'private, no-store');
  return response;
}

function notSetUp(pathname: string): NextResponse {
  const detail = 'This clinic has no administrator yet. Open the set-up link that the start printed on its terminal.';
  if (!pathname.startsWith('/api/')) return plain(503, detail);
  const problem = {
    type: 'urn:foramen:refusal:not_set_up',
    title: 'This clinic has no administrator yet',
    status: 503,
    code: 'not_set_up',
    detail,
    fields: [],
  };
  return NextResponse.json(problem, {
    status: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '60' },
  });
}

function plain(status: number, sentence: string): NextResponse {
  const page = `<!doctype html><html lang="en"><title>Foramen</title><main><h1>Foramen</h1><p>${sentence}</p></main></html>`;
  return new NextResponse(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...(status === 503 ? { 'retry-after': '60' } : {}) },
  });
}
