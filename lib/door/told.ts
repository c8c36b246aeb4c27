import { refuse } from '@/lib/domain/refusal';

/** A 1 MB note is still read, so that the refusal can name the field. */
const BODY_LIMIT = 1_500_000;
const FORM_LIMIT = 60_000;
type Named = Readonly<Record<string, unknown>>;

/** What the query string says; said twice is not said. */
export function queryOf(request: Request): Named {
  const { searchParams } = new URL(request.url);
  const twice = [...new Set(searchParams.keys())].filter((key) => searchParams.getAll(key).length > 1);
  if (twice.length > 0)
    refuse(
      'invalid',
      undefined,
      twice.map((path) => ({ path, message: 'is given more than once' })),
    );
  return Object.fromEntries(searchParams);
}

const JSON_ONLY: readonly string[] = ['application/json'];

/** What the body says. No body at all says nothing. */
export async function bodyOf(request: Request, types = JSON_ONLY): Promise<unknown> {
  if (!saysSomething(request.headers, types)) return {};
  return jsonIn(await bytesOf(request));
}

/** The same of a body that was read already. */
export function bodyIn(bytes: Uint8Array, sent: Headers, types = JSON_ONLY): unknown {
  return saysSomething(sent, types) ? jsonIn(bytes) : {};
}

function saysSomething(sent: Headers, types: readonly string[]): boolean {
  const type = sent.get('content-type');
  if (type === null && isEmpty(sent)) return false;
  if (!types.includes(type?.split(';')[0]?.trim().toLowerCase() ?? ''))
    refuse('invalid', undefined, [{ path: 'Content-Type', message: `must be ${types.join(' or ')}` }]);
  return true;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('invalid', undefined, [{ path: 'body', message: 'must be JSON in UTF-8' }]);
  }
}

/** What a plain form of a page says. */
export async function formOf(request: Request): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    refuse('invalid', undefined, [{ path: 'Content-Type', message: 'must be application/x-www-form-urlencoded' }]);
  return new URLSearchParams(new TextDecoder().decode(await bytesOf(request, FORM_LIMIT)));
}

/** The path names the subject; a body that names it again could name another. */
export function beside(path: Named, said: unknown): unknown {
  if (!isNamed(said)) return said;
  const twice = Object.keys(path).filter((key) => Object.hasOwn(said, key));
  if (twice.length > 0)
    refuse(
      'invalid',
      undefined,
      twice.map((key) => ({ path: key, message: 'is in the path already' })),
    );
  return { ...said, ...path };
}

export function isNamed(said: unknown): said is Named {
  return typeof said === 'object' && said !== null && !Array.isArray(said);
}

function isEmpty(sent: Headers): boolean {
  return !sent.has('transfer-encoding') && (sent.get('content-length') ?? '0') === '0';
}

/** The body as it was sent, byte by byte. */
export async function bytesOf(request: Request, limit = BODY_LIMIT): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) refuse('too_large', undefined, [{ path: 'body', message: `at most ${limit} bytes` }]);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
