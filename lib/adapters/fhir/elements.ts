import { z } from 'zod';

/** FHIR R4 data types, as far as they are read here. */
const said = z.string().optional();
export const aside = z.unknown().optional();

export const coding = z.strictObject({
  id: aside,
  system: said,
  version: said,
  code: said,
  display: said,
  userSelected: aside,
});

export const concept = z.strictObject({ id: aside, coding: z.array(coding).optional(), text: said });

export const reference = z.strictObject({
  id: aside,
  reference: said,
  type: said,
  identifier: z.looseObject({ system: said, value: said }).optional(),
  display: said,
});

export const extensions = z.array(z.looseObject({ url: z.string(), valueCode: said })).optional();

export const humanName = z.strictObject({
  id: aside,
  use: z.enum(['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden']).optional(),
  text: said,
  family: said,
  given: z.array(z.string()).optional(),
  prefix: aside,
  suffix: aside,
  period: aside,
});

export const contactPoint = z.strictObject({
  id: aside,
  system: z.enum(['phone', 'email']),
  value: z.string(),
  use: z.enum(['home', 'work', 'temp', 'mobile']).optional(),
  rank: z.int().min(1).optional(),
  period: aside,
});

export const address = z.strictObject({
  id: aside,
  use: said,
  type: said,
  text: aside,
  line: aside,
  city: aside,
  district: aside,
  state: said,
  postalCode: said,
  country: said,
  period: aside,
});

export const attachment = z.strictObject({
  id: aside,
  contentType: z.string().regex(/^text\/plain\s*(;|$)/i, 'must be text/plain: only text is read'),
  language: aside,
  data: z.base64('must be base64'),
  size: aside,
  hash: aside,
  title: aside,
  creation: aside,
});

/** More of one kind than any person has is a mistake. */
export const few = <S extends z.ZodType>(one: S) => z.array(one).max(20, 'holds at most 20');

/** What every resource may carry without saying anything of the person. */
export const housekeeping = { id: z.string().optional(), meta: aside, language: aside };

/** The calendar day of a date or instant, as it was written down. */
export const dayIn = (at: string | undefined) => at?.replace(/T.*$/, '');
