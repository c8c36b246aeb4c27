import 'server-only';
import { randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type Field, REFUSAL_TITLES, REFUSALS, Refusal, type RefusalCode, refuse } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import type { Entry } from './door';
import { currentActor } from './session';

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly detail: string;
  readonly fields: readonly Field[];
  readonly current?: Readonly<Record<string, unknown>>;
};
export type Answer<O> = { readonly ok: true; readonly answer: O } | { readonly ok: false; readonly problem: Problem };

/** A 1 MB note is still read, so that the refusal can name the field. */
const BODY_LIMIT = 1_500_000;

/** Pages see through this. */
export async function show<O>(see: Entry<O>, input: unknown = {}): Promise<O> {
  try {
    return await see(await currentActor(), input);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'unauthenticated') redirect('/sign-in');
    return notFound();
  }
}

/** Server actions go through this. A refusal comes back as an answer, so the form keeps what was typed. */
export async function submit<O>(act: Entry<O>, input: unknown, idempotencyKey?: string): Promise<Answer<O>> {
  try {
    fromOurPages(await headers());
    const answer = await act(await currentActor(), input, { idempotencyKey });
    refresh();
    return { ok: true, answer };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: problemOf(error) };
    throw error;
  }
}

type Route = {
  /** Puts what the path or query says beside the body. */
  readonly input?: (body: unknown) => unknown;
  readonly status?: number;
};

/** Route handlers go through this. */
export async function respond<O>(
  act: Entry<O>,
  request: Request,
  { input = (body) => body, status = 200 }: Route = {},
): Promise<Response> {
  try {
    const actor = await currentActor();
    const isChange = request.method !== 'GET';
    if (isChange && actor.role !== 'intake') fromOurPages(request.headers);
    const idempotencyKey = (isChange && request.headers.get('idempotency-key')) || undefined;
    const raw = async () => input(isChange ? await bodyOf(request) : undefined);
    return Response.json(await act(actor, raw, { idempotencyKey }), { status, headers: PRIVATE });
  } catch (error) {
    return problemResponse(error);
  }
}

const PRIVATE = { 'cache-control': 'private, no-store' };

/** RFC 9457. What nobody expected is logged under an id, and only the id is told. */
export function problemResponse(error: unknown): Response {
  if (error instanceof Refusal) {
    const retry: Record<string, string> =
      error.code === 'too_many' || error.code === 'busy'
        ? { 'retry-after': String(error.current?.retryAfter ?? 5) }
        : {};
    return Response.json(problemOf(error), {
      status: REFUSALS[error.code],
      headers: { ...PRIVATE, ...retry, 'content-type': 'application/problem+json' },
    });
  }
  if (isConnectionLoss(error)) return problemResponse(new Refusal('busy', REFUSAL_TITLES.busy));
  const id = randomUUID();
  console.error(
    `unexpected ${id}: ${error instanceof Error ? `${error.name} ${(error as { code?: string }).code ?? ''} ${firstFrame(error)}` : 'not an error'}`,
  );
  return Response.json(
    {
      type: 'about:blank',
      title: 'Something went wrong here',
      status: 500,
      code: 'unexpected',
      detail: `Tell your administrator this id: ${id}`,
      fields: [],
    },
    { status: 500, headers: { ...PRIVATE, 'content-type': 'application/problem+json' } },
  );
}

export function problemOf({ code, detail, fields, current }: Refusal): Problem {
  return {
    type: `urn:foramen:refusal:${code}`,
    title: REFUSAL_TITLES[code],
    status: REFUSALS[code],
    code,
    detail,
    fields,
    ...(current ? { current } : {}),
  };
}

/** No cookie-borne change from elsewhere: an absent or null Origin is refused too (ASVS 3.5.1). */
export function fromOurPages(sent: Headers): void {
  const origin = sent.get('origin');
  const isOurs =
    origin !== null ? origin === new URL(env().publicUrl).origin : sent.get('sec-fetch-site') === 'same-origin';
  if (!isOurs)
    refuse('bad_origin', `Send the header Origin: ${new URL(env().publicUrl).origin}`, [
      { path: 'Origin', message: "must be this clinic's own" },
    ]);
}

async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    refuse('invalid', undefined, [{ path: 'Content-Type', message: 'must be application/json' }]);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) refuse('too_large', undefined, [{ path: 'body', message: `at most ${BODY_LIMIT} bytes` }]);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return refuse('invalid', undefined, [{ path: 'body', message: 'must be JSON in UTF-8' }]);
  }
}

function isConnectionLoss(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code = '', message = '' } = (cause ?? {}) as { code?: string; message?: string };
  return (
    /^(08|57P)|^ECONN|^EPIPE|^53300/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
}

/** Where it happened, never what was said: messages may quote a person. */
function firstFrame(error: Error): string {
  return (
    (error.stack ?? '')
      .split('\n')
      .find((one) => one.trimStart().startsWith('at '))
      ?.trim() ?? ''
  );
}
