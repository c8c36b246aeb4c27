import { refuse } from '@/lib/domain/refusal';

/** A 1 MB note is still read, so that the refusal can name the field. */
const BODY_LIMIT = 1_500_000;
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

/** What the body says. No body at all says nothing. */
export async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type');
  if (type === null && isEmpty(request.headers)) return {};
  if (!/^application\/json\s*(;|$)/i.test(type ?? ''))
    refuse('invalid', undefined, [{ path: 'Content-Type', message: 'must be application/json' }]);
  const bytes = await bytesOf(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('invalid', undefined, [{ path: 'body', message: 'must be JSON in UTF-8' }]);
  }
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

async function bytesOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) refuse('too_large', undefined, [{ path: 'body', message: `at most ${BODY_LIMIT} bytes` }]);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
