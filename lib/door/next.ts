import 'server-only';
import { randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type Actor, may } from '@/lib/domain/permissions';
import { type Answer, type Problem, REFUSAL_TITLES, REFUSALS, Refusal, refuse } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import { askedBy } from './asked';
import type { Entry } from './door';
import { fromOurPages } from './origin';
import { currentActor } from './session';
import { beside, isNamed } from './told';

/** Pages see through this. */
export async function show<O>(see: Entry<O>, input: unknown = {}): Promise<O> {
  try {
    return await see(await currentActor(), input);
  } catch (error) {
    return turnedAway(error);
  }
}

/** So do pages whose question stands in the address: one that cannot be read, or leads to nothing, is the page's to say. */
export async function look<O>(see: Entry<O>, input: unknown = {}): Promise<Answer<O>> {
  try {
    return { ok: true, answer: await see(await currentActor(), input) };
  } catch (error) {
    if (error instanceof Refusal && ['invalid', 'not_found', 'gone'].includes(error.code))
      return { ok: false, problem: problemOf(error) };
    return turnedAway(error);
  }
}

async function turnedAway(error: unknown): Promise<never> {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'unauthenticated')
    redirect(`/sign-in?from=${encodeURIComponent((await headers()).get('x-here') ?? '/')}`);
  return notFound();
}

/** Server actions go through this. A refusal comes back as an answer, so the form keeps what was typed. */
export async function submit<O>(act: Entry<O>, input: unknown, idempotencyKey?: string): Promise<Answer<O>> {
  try {
    const answer = await act(await currentActor(), () => sent(input), { idempotencyKey });
    if (!act.changesNothing) refresh();
    return { ok: true, answer };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal) return { ok: false, problem: problemOf(refusal) };
    throw error;
  }
}

/** Looked at within the door, where what is refused is audited. */
async function sent(input: unknown): Promise<unknown> {
  fromOurPages(await headers());
  return input;
}

const MOST_AT_ONCE = 25;

/** One command for many subjects: each goes through the door on its own, and what is refused to one is done for another. The page asks again when all are through. */
export async function submitEach<O>(
  act: Entry<O>,
  inputs: unknown,
  idempotencyKey: string,
): Promise<Answer<readonly Answer<O>[]>> {
  try {
    const actor = await currentActor();
    if (!Array.isArray(inputs) || inputs.length > MOST_AT_ONCE) refuse('too_large', `At most ${MOST_AT_ONCE} at once.`);
    const answers: Answer<O>[] = [];
    for (const [at, input] of inputs.entries()) answers.push(await one(act, actor, input, `${idempotencyKey}.${at}`));
    return { ok: true, answer: answers };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: problemOf(error) };
    throw error;
  }
}

async function one<O>(act: Entry<O>, actor: Actor, input: unknown, idempotencyKey: string): Promise<Answer<O>> {
  try {
    return { ok: true, answer: await act(actor, () => sent(input), { idempotencyKey }) };
  } catch (error) {
    // What was done for the others is done: they are told so.
    const refusal = refusalIn(error);
    return { ok: false, problem: refusal ? problemOf(refusal) : unexpected(error) };
  }
}

type Route<O> = {
  /** The parameters of the path: put beside what the body or the query string says. */
  readonly path?: Promise<Readonly<Record<string, string>>>;
  readonly status?: number;
  /** Where the new thing is. */
  readonly location?: (answer: O) => string;
  /** Another command at the same address, meant where the body has this key. */
  readonly instead?: { readonly of: string; readonly act: Entry<O> };
};

/** Route handlers go through this. */
export async function respond<O>(
  act: Entry<O>,
  request: Request,
  { path, status = 200, location, instead }: Route<O> = {},
): Promise<Response> {
  try {
    const { actor, read, call } = await askedBy(request, act.action);
    let said: Promise<unknown> | undefined;
    const told = () => {
      said ??= Promise.all([read(), path]).then(([body, named = {}]) => beside(named, body));
      return said;
    };
    const isInstead = instead && may(actor, act.action) && has(await told().catch(() => undefined), instead.of);
    const answer = await (isInstead ? instead.act : act)(actor, told, call);
    return Response.json(answer, {
      status,
      headers: { ...PRIVATE, ...(location ? { location: location(answer) } : {}) },
    });
  } catch (error) {
    return problemResponse(error);
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The methods an address does not serve, each answering which it does. */
export function only(...served: (typeof METHODS)[number][]): Record<(typeof METHODS)[number], () => Response> {
  const allow = served.join(', ');
  const refused = () =>
    Response.json(
      {
        type: 'urn:foramen:refusal:wrong_method',
        title: 'This address does not serve this method',
        status: 405,
        code: 'wrong_method',
        detail: `It serves: ${allow}.`,
        fields: [],
      },
      { status: 405, headers: { ...PRIVATE, allow, 'content-type': PROBLEM } },
    );
  return Object.fromEntries(METHODS.map((method) => [method, refused])) as ReturnType<typeof only>;
}

const has = (said: unknown, key: string) => isNamed(said) && Object.hasOwn(said, key);
const PROBLEM = 'application/problem+json';
export const PRIVATE = { 'cache-control': 'private, no-store' };

/** RFC 9457. What nobody expected is logged under an id, and only the id is told. */
export function problemResponse(error: unknown): Response {
  const refusal = refusalIn(error);
  if (refusal) {
    const { code, current } = refusal;
    const retry: Record<string, string> =
      code === 'too_many' || code === 'busy' ? { 'retry-after': String(current?.retryAfter ?? 5) } : {};
    const asks: Record<string, string> =
      code === 'unauthenticated' ? { 'www-authenticate': 'Bearer realm="Foramen"' } : {};
    return Response.json(problemOf(refusal), {
      status: REFUSALS[code],
      headers: { ...PRIVATE, ...retry, ...asks, 'content-type': PROBLEM },
    });
  }
  return Response.json(unexpected(error), { status: 500, headers: { ...PRIVATE, 'content-type': PROBLEM } });
}

function unexpected(error: unknown): Problem & { type: string; status: number } {
  const id = randomUUID();
  console.error(
    `unexpected ${id}: ${error instanceof Error ? `${error.name} ${causeOf(error).code} ${firstFrame(error)}` : 'not an error'}`,
  );
  return {
    type: 'about:blank',
    title: 'Something went wrong here',
    status: 500,
    code: 'unexpected',
    detail: `Tell your administrator this id: ${id}`,
    fields: [],
  };
}

function problemOf({ code, detail, fields, current }: Refusal): Problem & { type: string; status: number } {
  return {
    type: `urn:foramen:refusal:${code}`,
    title: REFUSAL_TITLES[code],
    status: REFUSALS[code],
    code,
    // A body of a thousand wrong keys is not answered with a thousand lines.
    detail: detail.length > 1_000 ? `${detail.slice(0, 999)}…` : detail,
    fields: fields.slice(0, 50),
    ...(current ? { current } : {}),
  };
}

/** What was refused; a database out of reach is a refusal to try again later. */
function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return isConnectionLoss(error) ? new Refusal('busy', REFUSAL_TITLES.busy) : null;
}

function isConnectionLoss(error: unknown): boolean {
  const { code, message } = causeOf(error);
  return (
    /^(08|57P)|^ECONN|^EPIPE|^53300/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
}

/** The driver's error stands inside the query's. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code = '', message = '' } = (cause ?? {}) as { code?: string; message?: string };
  return { code, message };
}

/** Where it happened, never what was said: a message may quote a person, over several lines. */
function firstFrame(error: Error): string {
  return (
    (error.stack ?? '')
      .replace(error.message, () => '')
      .split('\n')
      .find((one) => one.trimStart().startsWith('at '))
      ?.trim() ?? ''
  );
}

/** What every page may know of this installation. */
export function aboutDesk() {
  return { isDemo: env().isDemo, sendsMail: env().mail !== null };
}
