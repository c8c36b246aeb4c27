import { z } from 'zod';
import { listAssignable } from '@/db/staff-names';
import { countViews, findPage, listAlarms } from '@/db/worklist';
import type { Filter } from '@/db/worklist-filter';
import { VERDICTS } from '@/lib/domain/candidacy';
import { MISSING_ITEMS } from '@/lib/domain/completeness';
import { type Count, SORTS, type SortOrder, VIEWS, type View, type WorklistPage } from '@/lib/domain/desk';
import { REGIONS, SOURCE_CHANNELS } from '@/lib/domain/intake';
import { masksFor } from '@/lib/domain/masks';
import { AGE_BANDS, MILESTONES } from '@/lib/domain/measures';
import { type Actor, staffIdOf } from '@/lib/domain/permissions';
import { REASON_CODES } from '@/lib/domain/reasons';
import { URGENCIES } from '@/lib/domain/red-flags';
import { refuse } from '@/lib/domain/refusal';
import { searchTerms } from '@/lib/domain/search';
import { itemShown } from '@/lib/domain/shown';
import { STAGES } from '@/lib/domain/stages';
import { type Calendar, dayOf, instantOf } from '@/lib/domain/working-time';
import { cursorOf, placeOf } from '@/lib/door/cursor';
import { opening } from '@/lib/door/door';
import { day, line, tag } from '@/lib/door/input';

const EXACT_TO = 10_000;
const listOf = <T extends readonly [string, ...string[]]>(words: T) =>
  z
    .string()
    .transform((typed) => typed.split(','))
    .pipe(z.array(z.enum(words)).min(1))
    .optional();

/** As it stands in the URL: all strings, lists with commas. */
export const worklistInput = z.strictObject({
  view: z.enum(VIEWS).default('all'),
  q: line(200)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  stage: z.literal('open').optional().or(listOf(STAGES)),
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
type Asked = z.output<typeof worklistInput>;

export const worklist = opening({
  action: 'request.list',
  input: worklistInput,
  async run({ tx, actor, now, clinic, shown }, asked): Promise<WorklistPage> {
    const { cursor, limit, ...question } = asked;
    const viewer = {
      id: staffIdOf(actor),
      isSurgeon: actor.role === 'surgeon',
      seesContact: !masksFor(actor.role, true).includes('phone'),
    };
    const today = dayOf(now, clinic.timeZone);
    const filter = filterOf(asked, actor, now, clinic);
    const order = {
      by: question.sort.replace('-', '') as (typeof SORTS)[number],
      isDescending: question.sort.startsWith('-'),
    };

    const place = { order, after: cursor ? placeOf(question, cursor) : null, limit: limit + 1 };
    const { rows, found } = await findPage(tx, viewer, filter, place, EXACT_TO + 1);
    const pinned = cursor ? [] : await listAlarms(tx, viewer, 100);
    const counts = await countViews(tx, viewer, VIEWS, filter.endOfToday, EXACT_TO + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    shown([...new Set([...pinned, ...page].map(({ id }) => id))]);
    return {
      pinned: pinned.map((row) => itemShown(actor, row, today)),
      items: page.map((row) => itemShown(actor, row, today)),
      nextCursor:
        rows.length > limit && last
          ? cursorOf(question, { value: order.by === 'name' ? '' : last.place, id: last.id })
          : null,
      counts: Object.fromEntries(VIEWS.map((view, at) => [view, counted(counts[at] ?? 0)])) as Record<View, Count>,
      found: counted(found ?? counts[VIEWS.indexOf(question.view)] ?? 0),
      staff: await listAssignable(tx),
      now: now.toISOString(),
    };
  },
});

const counted = (rows: number): Count => ({ value: Math.min(rows, EXACT_TO), isExact: rows <= EXACT_TO });

function filterOf(asked: Asked, actor: Actor, now: Date, clinic: Calendar): Filter {
  const {
    q,
    stage,
    assigned,
    age,
    from,
    to,
    view,
    missing,
    tag,
    surgeon,
    reason,
    reached,
    urgency,
    region,
    verdict,
    source,
  } = asked;
  if (from && to && from > to)
    refuse('invalid', 'from: must not be after to', [{ path: 'from', message: 'must not be after to' }]);
  const band = AGE_BANDS.find(({ code }) => code === age);
  const startOf = (date: string) => instantOf(date, 0, clinic.timeZone);
  const tomorrow = startOf(dayAfter(dayOf(now, clinic.timeZone)));
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  return {
    view,
    missing,
    tag,
    surgeon,
    reason,
    reached,
    urgency,
    region,
    verdict,
    source,
    terms: q ? searchTerms(q) : [],
    stages: stage === 'open' ? undefined : stage,
    onlyOpen: stage === 'open' || band !== undefined,
    assigned: assigned === 'me' ? (actor.id ?? undefined) : assigned,
    receivedFrom: latest(from && startOf(from), band?.to != null ? daysAgo(band.to) : undefined),
    receivedBefore: earliest(to && startOf(dayAfter(to)), band && band.from > 0 ? daysAgo(band.from) : undefined),
    endOfToday: tomorrow,
  };
}

const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const latest = (a?: Date | '', b?: Date) => (a && b ? (a > b ? a : b) : a || b);
const earliest = (a?: Date | '', b?: Date) => (a && b ? (a < b ? a : b) : a || b);
