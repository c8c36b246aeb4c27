import type { Intake, Person, RedFlagAnswer } from './intake';
import { isCalming } from './red-flag-follow-ups';
import { type RedFlag, type RedFlagAnswers, URGENCIES } from './red-flags';
import { type ReviewRequest, saidNumber } from './request';
import { saysTheSame } from './same';
import { ENDED_STAGES, type Stage } from './stages';

/** The parts that are chosen whole. Red flags are never chosen: the graver answer of both stands. */
export const PARTS = [
  'consents',
  'complaint',
  'conservativeCare',
  'imaging',
  'report',
  'priorSurgery',
  'fitness',
  'insurance',
] as const;
type Part = (typeof PARTS)[number];

const PERSON: Record<keyof Person, true> = {
  firstName: true,
  lastName: true,
  dateOfBirth: true,
  sexAtBirth: true,
  phone: true,
  secondPhone: true,
  email: true,
  language: true,
  otherLanguage: true,
  needsInterpreter: true,
  state: true,
  postcode: true,
  country: true,
  preferredChannel: true,
  bestHours: true,
  mayLeaveVoicemail: true,
  timeZone: true,
  preferredName: true,
  pronouns: true,
  doNotContact: true,
  proxyName: true,
  proxyRelation: true,
  proxyAuthority: true,
};

/** What is chosen one by one when two requests become one: each field of the person, each part of the intake. */
export const PIECES = [...Object.keys(PERSON).map((field) => `person.${field}`), ...PARTS];
export type Piece = (typeof PIECES)[number];

/** Undefined where nothing was told. */
export function pieceOf(intake: Intake, piece: Piece): unknown {
  const told = piece.startsWith('person.')
    ? intake.person[piece.slice(7) as keyof Person]
    : intake[piece as Part | 'redFlags'];
  return isNothing(told) ? undefined : told;
}

/** The intake with these pieces as given; null or undefined takes the piece away. */
export function withPieces(intake: Intake, pieces: Readonly<Record<Piece, unknown>>): Intake {
  const person: Record<string, unknown> = { ...intake.person };
  const parts: Record<string, unknown> = { ...intake };
  for (const [piece, value] of Object.entries(pieces)) {
    const [into, key] = piece.startsWith('person.') ? [person, piece.slice(7)] : [parts, piece];
    if (value === null || value === undefined) delete into[key];
    else into[key] = value;
  }
  return { ...NOTHING, ...(parts as Intake), person: person as Person };
}

const NOTHING = { consents: {}, conservativeCare: [], imaging: [] } as const;
const isNothing = (told: unknown) =>
  told === undefined || told === null || (typeof told === 'object' && Object.keys(told).length === 0);

/** Pieces in which two intakes do not say the same. */
export const piecesThatDiffer = (a: Intake, b: Intake): Piece[] =>
  PIECES.filter((piece) => !saysTheSame(pieceOf(a, piece), pieceOf(b, piece)));

export type Difference = { readonly path: string; readonly here: unknown; readonly there: unknown };

/** What two intakes say otherwise, answer by answer; lists and reports are told whole. */
export function differencesOf(here: Intake, there: Intake): Difference[] {
  const [one, other] = [leavesOf(here), leavesOf(there)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((path) => !saysTheSame(one[path], other[path]))
    .map((path) => ({ path, here: one[path] ?? null, there: other[path] ?? null }));
}

function leavesOf({ source: _, ...intake }: Intake): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(intake).flatMap(([part, told]): [string, unknown][] => {
      if (told === undefined) return [];
      if (Array.isArray(told)) return told.length > 0 ? [[part, told]] : [];
      return Object.entries(told)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [`${part}.${key}`, value]);
    }),
  );
}

const GRAVER: readonly (RedFlagAnswer | undefined)[] = ['yes', 'not_sure', 'no', undefined];

/** Where a yes is good news. */
const CALMER_LAST: readonly (RedFlagAnswer | undefined)[] = ['no', 'not_sure', 'yes', undefined];

/** Of each question the graver answer: a yes is never talked away by a no. */
export function graverAnswers(a: RedFlagAnswers, b: RedFlagAnswers): RedFlagAnswers {
  const codes = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    codes.map((code) => {
      const order = isCalming(code) ? CALMER_LAST : GRAVER;
      return [code, order[Math.min(order.indexOf(a[code]), order.indexOf(b[code]))]];
    }),
  );
}

/** Each flag once, as urgent and as certain as anyone told it; most urgent first. */
export function gravest(...lists: (readonly RedFlag[])[]): RedFlag[] {
  const found = new Map<string, RedFlag>();
  for (const flag of lists.flat()) {
    const known = found.get(flag.code) ?? flag;
    const urgency = URGENCIES[Math.min(URGENCIES.indexOf(known.urgency), URGENCIES.indexOf(flag.urgency))];
    found.set(flag.code, {
      code: flag.code,
      urgency: urgency ?? flag.urgency,
      isCertain: known.isCertain || flag.isCertain,
    });
  }
  return [...found.values()].sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));
}

type Merged = Pick<ReviewRequest, 'id' | 'number' | 'stage'> & {
  readonly verdict: string | null;
  readonly mergedInto: string | null;
};

/** Why these two cannot become one with this one staying, in words for the desk; null where they can. Two decisions are never joined. */
export function whyNotMerged(stays: Merged, goes: Merged): string | null {
  const [one, other] = [saidNumber(stays.number), saidNumber(goes.number)];
  if (stays.id === goes.id) return 'This is one and the same request.';
  if (stays.mergedInto) return `${one} is itself merged into another request.`;
  if (goes.mergedInto) return `${other} is merged already.`;
  if (stays.verdict && goes.verdict)
    return `Both have a surgeon’s answer, and two answers are never joined. Ask the surgeon to amend one, and close the other as a duplicate.`;
  if (goes.verdict) return `${other} has a surgeon’s answer: let that one stay.`;
  if (goes.stage === 'in_review') return `A surgeon is reading ${other}: let that one stay, or wait for the answer.`;
  if ((ENDED_STAGES as readonly Stage[]).includes(stays.stage))
    return `${one} has ended: open it again first, or let the other one stay.`;
  return null;
}

/** What a merge changed in the request that stays: as it was, and as it was left. JSON has no undefined: null was nothing. */
export type Changed = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

export function changedBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Changed {
  return Object.fromEntries(
    Object.keys(after)
      .filter((key) => !saysTheSame(before[key] ?? null, after[key] ?? null))
      .map((key) => [key, { before: before[key] ?? null, after: after[key] ?? null }]),
  );
}

/** What comes back as it was, and what somebody has changed since and therefore stays. */
export function comingBack(changed: Changed, stands: Readonly<Record<string, unknown>>) {
  const isUntouched = (key: string) => saysTheSame(stands[key] ?? null, changed[key]?.after ?? null);
  const keys = Object.keys(changed);
  return {
    back: Object.fromEntries(keys.filter(isUntouched).map((key) => [key, changed[key]?.before ?? null])),
    kept: keys.filter((key) => !isUntouched(key)),
  };
}
