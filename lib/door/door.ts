import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { addAudit, type Told } from '@/db/audit';
import { type Tx, transact } from '@/db/client';
import { claimKey, keepAnswer } from '@/db/idempotency';
import type { AuditFacts } from '@/db/schema/door';
import { type Action, type Actor, may, type Owned } from '@/lib/domain/permissions';
import { type Field, Refusal, refuse } from '@/lib/domain/refusal';
import type { Calendar } from '@/lib/domain/working-time';
import { env } from '@/lib/env';
import { strangerLine } from './limits';
import { transactInTurn } from './turns';

export type At = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly clinic: Calendar;
  /** Names whom this turned out to be about, for the audit. */
  readonly about: (subjectId: string) => void;
  readonly shown: (requestIds: string[]) => void;
  /** What else the audit should know; never a clinical value, never a person. */
  readonly noted: (facts: AuditFacts) => void;
};
/** Without an id: what is about somebody who has no request yet. */
export type Subject = Owned & { readonly id: string | null };
/** `signature`: what a signed request was proven by; like a key for repeats, it does one thing once. */
export type Call = { readonly now?: Date; readonly idempotencyKey?: string; readonly signature?: string };

/** One thing a person can do or see. There is no way in but as an actor, with raw input. A function is called for it once the role has passed: no byte is read before. */
export type Entry<O> = ((actor: Actor, raw: unknown | (() => Promise<unknown>), call?: Call) => Promise<O>) & {
  readonly action: Action;
  readonly input: z.ZodType;
  /** After it every page is as it was, or gone: none is drawn again. */
  readonly changesNothing?: boolean;
};

/** guard -> parse -> load -> guard again -> run -> audit, in one transaction. `isQuiet`: said again and again, and told once elsewhere. */
export function entry<I extends z.ZodType, S extends Subject, O>(e: {
  action: Action;
  input: I;
  subject: (tx: Tx, input: z.output<I>) => Promise<S | undefined>;
  isQuiet?: true;
  run: (at: At, input: z.output<I>, subject: S) => Promise<O>;
}): Entry<O> {
  return behindDoor(e.action, e.input, !e.isQuiet, async (at, input) => {
    const subject = await e.subject(at.tx, input);
    if (subject?.id) at.about(subject.id);
    return () => {
      // Existence is secret: someone else's request answers like one that never was.
      if (!subject || !may(at.actor, e.action, subject)) refuse('not_found');
      return e.run(at, input, subject);
    };
  });
}

/** For what is about nothing yet (a new request) or about many (the worklist). `isQuiet`: about no person, not audited. */
export function opening<I extends z.ZodType, O, F = undefined>(e: {
  action: Action;
  input: I;
  isQuiet?: true;
  changesNothing?: true;
  /** What takes long and no transaction, as trying a password does. `run` gets what it found; no caller can say it. */
  outside?: (actor: Actor, input: z.output<I>, now: Date, about: At['about']) => Promise<F>;
  /** Those with the same word go in one after the other. */
  turn?: (input: z.output<I>) => string;
  run: (at: At, input: z.output<I>, found: F) => Promise<O>;
}): Entry<O> {
  const enter = behindDoor(
    e.action,
    e.input,
    !e.isQuiet,
    async (at, input: z.output<I>, found: F) => () => e.run(at, input, found),
    e.outside,
    e.turn,
  );
  return Object.assign(enter, { changesNothing: e.changesNothing });
}

function behindDoor<I extends z.ZodType, O, F>(
  action: Action,
  schema: I,
  isAudited: boolean,
  load: (at: At, input: z.output<I>, found: F) => Promise<() => Promise<O>>,
  outside?: (actor: Actor, input: z.output<I>, now: Date, about: At['about']) => Promise<F>,
  turn?: (input: z.output<I>) => string,
): Entry<O> {
  async function enter(actor: Actor, given: unknown, call: Call = {}): Promise<O> {
    const { now = new Date() } = call;
    const told: Told = { subjectId: null, shownIds: null, facts: null };
    const about = (id: string) => {
      told.subjectId = id;
    };
    try {
      if (!may(actor, action)) refuse(actor.role === 'public' ? 'unauthenticated' : 'forbidden');
      const raw = typeof given === 'function' ? await given() : given;
      const input = parse(schema, raw);
      const found = (await outside?.(actor, input, now, about)) as F;
      return await transactInTurn(turn?.(input), async (tx) => {
        const at: At = {
          tx,
          actor,
          now,
          clinic: clinic(),
          about,
          shown: (ids) => {
            told.shownIds = ids;
          },
          noted: (facts) => {
            told.facts = facts;
          },
        };
        const work = await load(at, input, found);
        const result = await once(at, action, call, raw, work);
        if (isAudited) await addAudit(tx, actor, action, told, 'done', now);
        return result;
      });
    } catch (error) {
      if (error instanceof Refusal) await keepRefusal(actor, action, told.subjectId, error.code, now);
      throw error instanceof Refusal ? error : withoutWords(error);
    }
  }
  return Object.assign(enter, { action, input: schema });
}

/** The refused transaction is gone; the refusal itself is kept. Of somebody without a name only so many: the table is not a stranger's to fill. */
export async function keepRefusal(actor: Actor, action: Action, subjectId: string | null, code: string, now: Date) {
  const line = actor.role === 'public' ? strangerLine() : { untold: 0 };
  if (!line) return;
  const told: Told = { subjectId, shownIds: null, facts: line.untold > 0 ? line : null };
  await transact((tx) => addAudit(tx, actor, action, told, code, now));
}

/** Opening hours are a setting of a later day; until then these. */
const clinic = (): Calendar => ({ timeZone: env().clinicTimeZone, opens: 9, closes: 17, holidays: [] });

/** The same key and body gets the first answer again; the same key with another body is refused. Of two keys for one call either is enough. */
async function once<O>(at: At, action: Action, call: Call, raw: unknown, work: () => Promise<O>): Promise<O> {
  const { idempotencyKey: key, signature } = call;
  // A browser can send anything for it.
  if (key !== undefined && (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)))
    refuse('invalid', undefined, [{ path: 'Idempotency-Key', message: '1 to 255 visible ASCII characters' }]);
  // A signature seen again with another key beside it is a replay all the same.
  const keys = [...(key === undefined ? [] : [key]), ...(signature === undefined ? [] : [`signature ${signature}`])];
  if (keys.length === 0) return work();
  const owner = `${at.actor.role}:${at.actor.id}`;
  const bodyHash = createHash('sha256')
    .update(action)
    .update(JSON.stringify(raw) ?? '')
    .digest('hex');
  const claims = [];
  for (const one of keys) claims.push({ key: one, claimed: await claimKey(at.tx, owner, one, bodyHash, at.now) });
  const [known] = claims.flatMap(({ claimed }) => (claimed.isNew ? [] : [claimed]));
  if (claims.some(({ claimed }) => !claimed.isNew && claimed.bodyHash !== bodyHash)) refuse('key_reused');
  let answer = known ? known.answer : await work();
  for (const { key: one, claimed } of claims) if (claimed.isNew) answer = await keepAnswer(at.tx, owner, one, answer);
  return answer as O;
}

function parse<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields = fieldsIn(parsed.error);
  return refuse('invalid', fields.map(({ path, message }) => `${path}: ${message}`).join('; '), fields);
}

/** What to mend, in words of this house. */
export const fieldsIn = (error: z.ZodError): Field[] => error.issues.flatMap(fieldsOf);

function fieldsOf(issue: z.core.$ZodIssue): Field[] {
  // Of several possible shapes the first is the usual one; "unknown" is the last.
  const nearest = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  if (nearest) return fieldsOf({ ...nearest, path: [...issue.path, ...nearest.path] });
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path.join('.') || 'body', message: worded(issue) }];
  return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'is not a field of this request' }));
}

/** The library's own sentences speak of types; these say what to do. */
function worded(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'is needed';
  if (issue.code === 'invalid_type') return `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.length > 1 ? 'one of: ' : ''}${issue.values.join(', ')}`;
  return issue.message;
}

/** A failed query quotes its values, and whoever logs it would name a person: only its code and place go on. */
function withoutWords(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null;
  if (!(error instanceof Error) || !cause) return error;
  const { code } = cause as { code?: string };
  const plain = Object.assign(new Error(code ? `the database answered ${code}` : cause.message), { code });
  plain.stack = `${plain.name}: ${plain.message}\n${(cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')}`;
  return plain;
}
