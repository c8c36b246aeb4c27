import { z } from 'zod';
import { tagAsKept, tagProblem } from '@/lib/domain/tags';

/** Text that PostgreSQL can keep and give back exactly. */
function storable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
const NOT_STORABLE = 'holds a NUL or half a character; remove it';

/** One line, trimmed, not empty. */
export const line = (max: number) =>
  z
    .string()
    .refine(storable, NOT_STORABLE)
    .trim()
    .min(1, 'must not be empty')
    .max(max, `at most ${max} characters`)
    .refine((text) => !/[\r\n\u2028\u2029]/.test(text), 'must be one line');

/** Free text as typed, not blank. */
export const text = (max: number) =>
  z
    .string()
    .refine(storable, NOT_STORABLE)
    .refine((typed) => typed.trim() !== '', 'must not be empty')
    .max(max, `at most ${max} characters`);

/** A calendar day that exists, as YYYY-MM-DD. */
export const day = z.iso
  .date('must be a day that exists, as YYYY-MM-DD')
  .refine((said) => said >= '1900-01-01' && said < '2200-01-01', 'must lie between 1900 and 2199');

/** An instant with its offset. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be a time with its offset, such as 2026-12-01T15:00:00Z' })
  .transform((at) => new Date(at));

/** What every change brings along: the version it was made against. */
export const version = z.number().int().min(1).max(2_147_483_647);

/** MR-000123, as people say it. */
export const requestNumber = z
  .string()
  .regex(/^MR-\d{6,9}$/i, 'must look like MR-000123')
  .transform((said) => Number(said.slice(3)))
  .refine((number) => number > 0 && number <= 2_147_483_647, 'no such number');

export const orUnknown = <T extends z.ZodType>(schema: T) => z.union([schema, z.literal('unknown')]);

/** As it is kept: lower case, single spaces. */
export const tag = z
  .string()
  .max(200, 'at most 200 characters')
  .refine(storable, NOT_STORABLE)
  .transform(tagAsKept)
  .superRefine((said, at) => {
    const message = tagProblem(said);
    if (message) at.addIssue({ code: 'custom', message });
  });
