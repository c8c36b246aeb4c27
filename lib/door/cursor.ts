import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '@/lib/domain/refusal';
import { env } from '@/lib/env';

const kept = z.strictObject({ seal: z.string(), value: z.string(), id: z.uuid() });
export type Place = { readonly value: string; readonly id: string };

/** Where a page ended, sealed to the question it belongs to: a place of somebody's own making never reaches the database. */
export function cursorOf(question: unknown, place: Place): string {
  return Buffer.from(JSON.stringify({ seal: sealOf(question, place), ...place })).toString('base64url');
}

/** Refuses a cursor that is not ours or belongs to another question. */
export function placeOf(question: unknown, cursor: string): Place {
  const { seal, ...place } = read(cursor) ?? wrong('is not a cursor of this list');
  return seal === sealOf(question, place)
    ? place
    : wrong('belongs to another filter or sort; start from the first page');
}

function read(cursor: string) {
  const decoded = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!decoded.startsWith('{') || decoded.length > 1_000) return undefined;
  const parsed = z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(kept)
    .safeParse(decoded);
  return parsed.data;
}

function wrong(message: string): never {
  return refuse('invalid', `cursor: ${message}`, [{ path: 'cursor', message }]);
}

const sealOf = (question: unknown, { value, id }: Place) =>
  createHmac('sha256', env().secret)
    .update(JSON.stringify([question, value, id]))
    .digest('base64url');
