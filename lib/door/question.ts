import { z } from 'zod';
import type { Filter, Viewer } from '@/db/worklist-filter';
import { VERDICTS } from '@/lib/domain/candidacy';
import { MISSING_ITEMS } from '@/lib/domain/completeness';
import { SORTS, type SortOrder, VIEWS } from '@/lib/domain/desk';
import { REGIONS, SOURCE_CHANNELS } from '@/lib/domain/intake';
import { masksFor } from '@/lib/domain/masks';
import { AGE_BANDS, MILESTONES } from '@/lib/domain/measures';
import { type Actor, staffIdOf } from '@/lib/domain/permissions';
import { REASON_CODES } from '@/lib/domain/reasons';
import { URGENCIES } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { searchTerms } from '@/lib/domain/search';
import { STAGES } from '@/lib/domain/stages';
import { type Calendar, dayAfter, dayOf, instantOf } from '@/lib/domain/working-time';
import { day, line, tag } from './input';
import { searchWordsIn } from './search-seal';

const listOf = <T extends readonly [string, ...string[]]>(words: T) =>
  z
    .string()
    .transform((typed, context): T[number][] => {
      const said = typed.split(',');
      const known = said.flatMap((one) => words.find((word) => word === one) ?? []);
      if (known.length < said.length) context.addIssue(`must be one or more of: ${words.join(', ')}`);
      return known;
    })
    .optional();

const sealedSearch = z
  .string()
  .max(1_500, 'is too long for a search')
  .transform((sealed, context) => {
    const words = searchWordsIn(sealed);
    if (words === undefined) context.addIssue('is not a search of this clinic, or is damaged; type the words again');
    return words ?? z.NEVER;
  })
  .pipe(line(200));

/** As it stands in the URL: all strings, lists with commas. */
export const questionInput = z.strictObject({
  view: z.enum(VIEWS).default('all'),
  q: line(200)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  find: sealedSearch.optional(),
  stage: listOf(STAGES).or(z.literal('open')),
  urgency: listOf(URGENCIES),
  region: listOf(REGIONS),
  assigned: z.literal(['me', 'nobody']).or(z.uuid()).optional(),
  missing: z.enum(MISSING_ITEMS).optional(),
  tag: tag.optional(),
  verdict: listOf(VERDICTS),
  source: listOf(SOURCE_CHANNELS),
  surgeon: z.uuid().optional(),
  reason: z.enum(REASON_CODES as [string, ...string[]]).optional(),
  reached: z.enum(MILESTONES).optional(),
  age: z.enum(AGE_BANDS.map(({ code }) => code) as [string, ...string[]]).optional(),
  from: day.optional(),
  to: day.optional(),
  sort: z.enum([...SORTS, ...SORTS.map((sort) => `-${sort}`)] as [SortOrder, ...SortOrder[]]).default('due'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_500).optional(),
});
type Told = z.output<typeof questionInput>;
export type Asked = Omit<Told, 'find'>;

/** The words of a search, however they came: typed in the open by another program, or sealed by the desk. */
export function askedOf({ find, q, ...asked }: Told): Asked {
  if (find !== undefined && q !== undefined)
    refuse('invalid', 'find: q says what to look for already', [
      { path: 'find', message: 'q says what to look for already' },
    ]);
  return { ...asked, q: find ?? q };
}

/** Who looks, and what a search of theirs may look through. */
export function viewerOf(actor: Actor): Viewer {
  return {
    id: staffIdOf(actor),
    isSurgeon: actor.role === 'surgeon',
    seesContact: !masksFor(actor.role, true).includes('phone'),
  };
}

export function filterOf(asked: Asked, actor: Actor, now: Date, clinic: Calendar): Filter {
  const { q, stage, assigned, age, from, to, sort: _, limit: __, cursor: ___, ...alike } = asked;
  if (from && to && from > to)
    refuse('invalid', 'from: must not be after to', [{ path: 'from', message: 'must not be after to' }]);
  const band = AGE_BANDS.find(({ code }) => code === age);
  const startOf = (date: string) => instantOf(date, 0, clinic.timeZone);
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  return {
    ...alike,
    terms: q ? searchTerms(q) : [],
    stages: stage === 'open' ? undefined : stage,
    onlyOpen: stage === 'open' || band !== undefined,
    assigned: assigned === 'me' ? (actor.id ?? undefined) : assigned,
    receivedFrom: latest(from && startOf(from), band?.to != null ? daysAgo(band.to) : undefined),
    receivedBefore: earliest(to && startOf(dayAfter(to, 1)), band && band.from > 0 ? daysAgo(band.from) : undefined),
    endOfToday: startOf(dayAfter(dayOf(now, clinic.timeZone), 1)),
  };
}

const latest = (a?: Date | '', b?: Date) => (a && b ? (a > b ? a : b) : a || b);
const earliest = (a?: Date | '', b?: Date) => (a && b ? (a < b ? a : b) : a || b);
