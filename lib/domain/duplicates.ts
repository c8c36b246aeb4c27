import type { SEXES } from './intake';
import { sortable } from './search';

/** What two persons are compared by. */
export type Known = {
  readonly firstName: string;
  readonly lastName: string;
  /** ISO date */
  readonly dateOfBirth: string;
  readonly sexAtBirth?: (typeof SEXES)[number];
  /** E.164 */
  readonly phone: string;
  readonly secondPhone?: string;
  readonly email?: string;
};

/** `same` may be linked by the house; `likely` and `possible` are for a person to decide. */
export const DEGREES = ['same', 'likely', 'possible'] as const;
export type Degree = (typeof DEGREES)[number];
export type Likeness = { readonly degree: Degree; readonly because: readonly string[] };

type Name = 'equal' | 'alike' | 'shared' | 'sounds' | null;
type Evidence = {
  readonly born: 'equal' | 'swapped' | 'digit' | null;
  readonly last: Name;
  readonly first: Name;
  readonly isTurned: boolean;
  readonly phone: 'first' | 'other' | null;
  readonly email: boolean;
  readonly isOtherSex: boolean;
};

/**
 * How alike two persons are, and why; null where nothing says so. Symmetric.
 * Twins share a last name, a birthday and often a phone: without one and the same first name nothing is ever `same`.
 */
export function likeness(a: Known, b: Known): Likeness | null {
  const evidence: Evidence = {
    born: bornAlike(a.dateOfBirth, b.dateOfBirth),
    last: lastNames(a.lastName, b.lastName),
    first: firstNames(a.firstName, b.firstName),
    isTurned:
      lastNames(a.lastName, b.firstName) === 'equal' &&
      lastNames(a.firstName, b.lastName) === 'equal' &&
      lastNames(a.lastName, b.lastName) !== 'equal',
    phone: phonesAlike(a, b),
    email: Boolean(a.email) && a.email?.toLowerCase() === b.email?.toLowerCase(),
    isOtherSex:
      [a, b].some(({ sexAtBirth }) => sexAtBirth === 'male') &&
      [a, b].some(({ sexAtBirth }) => sexAtBirth === 'female'),
  };
  const degree = degreeOf(evidence);
  return degree && { degree, because: reasonsOf(evidence) };
}

function degreeOf({ born, last, first, isTurned, phone, email, isOtherSex }: Evidence): Degree | null {
  const isReached = phone !== null || email;
  const isNamed = isTurned || (last !== null && first !== null);
  const isExact = last === 'equal' && first === 'equal';
  const isOwnLine = phone === 'first' || email;
  const isOneSlip = last === 'alike' && first === 'equal' && phone === 'first' && email;
  if (born === 'equal' && !isOtherSex && ((isExact && isOwnLine) || isOneSlip)) return 'same';
  if (born === 'equal' && isNamed) return isOtherSex ? 'possible' : 'likely';
  if (born === 'equal' && isReached && first !== null) return 'likely';
  if (born !== null && isNamed && isReached) return 'likely';
  if (born === 'equal' && isReached && last !== null) return 'possible';
  if (born !== null && isNamed) return 'possible';
  return isExact && isReached ? 'possible' : null;
}

const BORN = {
  equal: 'same date of birth',
  swapped: 'day and month of birth the other way round',
  digit: 'date of birth one digit apart',
} as const;
const NAMED = { equal: 'same', alike: 'almost the same', shared: 'partly the same', sounds: 'sounds alike' } as const;

/** In the words of the desk: what agrees first, then what does not. */
function reasonsOf({ born, last, first, isTurned, phone, email, isOtherSex }: Evidence): string[] {
  const name = (which: string, how: Exclude<Name, null>) =>
    how === 'equal' ? `same ${which} name` : `${which} name ${NAMED[how]}`;
  const names = isTurned
    ? ['first and last name the other way round']
    : [...(last ? [name('last', last)] : []), ...(first ? [name('first', first)] : [])];
  return [
    ...(born ? [BORN[born]] : []),
    ...names,
    ...(phone ? ['same phone'] : []),
    ...(email ? ['same e-mail'] : []),
    ...(born ? [] : ['another date of birth']),
    ...(last || isTurned ? [] : ['another last name']),
    ...(first || isTurned ? [] : ['another first name']),
    ...(isOtherSex ? ['another sex at birth'] : []),
  ];
}

/** Under which one and the same person is told again, however it is typed: who submits meanwhile waits here. */
export function identityOf({ firstName, dateOfBirth }: Known): string {
  return `${dateOfBirth} ${givenOf(firstName).join('')}`;
}

function bornAlike(a: string, b: string): Evidence['born'] {
  if (a === b) return 'equal';
  if (turned(a) === b) return 'swapped';
  return differing(a, b) === 1 ? 'digit' : null;
}

const turned = (day: string) => `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;
const differing = (a: string, b: string) =>
  a.length === b.length ? [...a].filter((letter, at) => letter !== b[at]).length : Infinity;

/** Days that a slip of the hand makes of this one: day and month turned, or one digit off. Each exists. */
export function daysNear(day: string): string[] {
  const slips = [...day].flatMap((letter, at) =>
    letter === '-'
      ? []
      : [...'0123456789']
          .filter((digit) => digit !== letter)
          .map((digit) => day.slice(0, at) + digit + day.slice(at + 1)),
  );
  return [...new Set([turned(day), ...slips])].filter((one) => one !== day && exists(one));
}

function exists(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day && day >= '1900';
}

/** Without case, accents and marks; "García-López" is two. */
function partsOf(name: string): string[] {
  const parts = sortable(name)
    .replace(/['.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return parts.length > 0 ? parts : [name];
}

/** A middle initial is told or not told by one and the same person. */
const givenOf = (name: string) => partsOf(name).filter((part, at) => at === 0 || part.length > 1);

function lastNames(a: string, b: string): Name {
  const [one, other] = [partsOf(a), partsOf(b)];
  const near = asOne(one.join(''), other.join(''));
  if (near) return near;
  if (one.some((part) => part.length > 2 && other.includes(part))) return 'shared';
  return sounds(one.join('')) === sounds(other.join('')) ? 'sounds' : null;
}

function firstNames(a: string, b: string): Name {
  const [one, other] = [givenOf(a), givenOf(b)];
  const near = asOne(one.join(''), other.join(''));
  if (near) return near;
  const [first = '', second = ''] = [one[0], other[0]];
  const isBeginning = first.startsWith(second) || second.startsWith(first);
  if (isBeginning || asOne(first, second)) return 'alike';
  return sounds(first) === sounds(second) ? 'sounds' : null;
}

function asOne(a: string, b: string): 'equal' | 'alike' | null {
  if (a === b) return 'equal';
  return Math.min(a.length, b.length) >= 4 && isOneSlip(a, b) ? 'alike' : null;
}

/** One letter more, less, other, or two next to each other turned. */
function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  const isTurned =
    long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2);
  return isTurned || long.slice(at + 1) === short.slice(at + 1);
}

/** As it sounds in English and Spanish, by its consonants: Nuñez is Nunes, Philips is Filips, Vargas is Bargas. */
function sounds(name: string): string {
  const plain = name
    .replace(/ph/g, 'f')
    .replace(/sch|sh/g, 's')
    .replace(/ck|qu?|c(?![eiyh])|k/g, 'k')
    .replace(/[czx](?!h)/g, 's')
    .replace(/v|w/g, 'b')
    .replace(/ll|j|y/g, 'i')
    .replace(/(?<=.)h/g, '')
    .replace(/(.)\1+/g, '$1');
  return plain.slice(0, 1) + plain.slice(1).replace(/[aeiou]/g, '');
}

function phonesAlike(a: Known, b: Known): Evidence['phone'] {
  if (a.phone === b.phone) return 'first';
  const [one, other] = [a, b].map(({ phone, secondPhone }) => [phone, ...(secondPhone ? [secondPhone] : [])]);
  return one?.some((number) => other?.includes(number)) ? 'other' : null;
}

/** A person told again within these hours of an open request is one request told twice. */
export const REPEAT_HOURS = 72;
/** For so long what was merged can come apart again. */
export const UNMERGE_DAYS = 30;
export const unmergeUntil = (mergedAt: Date) => new Date(mergedAt.getTime() + UNMERGE_DAYS * 86_400_000);

/** The likeliest first, then the newest; at most five are shown. */
export function mostAlike<C extends { readonly known: Known; readonly receivedAt: Date }>(
  person: Known,
  candidates: readonly C[],
  most = 5,
): (C & { readonly likeness: Likeness })[] {
  return candidates
    .flatMap((one) => {
      const found = likeness(person, one.known);
      return found ? [{ ...one, likeness: found }] : [];
    })
    .sort(
      (a, b) =>
        DEGREES.indexOf(a.likeness.degree) - DEGREES.indexOf(b.likeness.degree) ||
        b.receivedAt.getTime() - a.receivedAt.getTime(),
    )
    .slice(0, most);
}
