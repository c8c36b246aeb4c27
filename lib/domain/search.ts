import type { Person } from './intake';

/** Without case and accents, so that "jose" finds José. */
export function sortable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Everything a person may be found by, in one line. */
export function searchable(number: string, person: Person): string {
  const digits = [person.phone, person.secondPhone].map((phone) => phone?.replace(/\D/g, ''));
  return [
    number.toLowerCase(),
    sortable(`${person.firstName} ${person.lastName} ${person.firstName}`),
    person.email?.toLowerCase(),
    ...digits,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The parts typed into the search box; each must be found. A phone number is searched by its digits, however it is typed. */
export function searchTerms(typed: string): string[] {
  const digits = typed.replace(/\D/g, '');
  if (digits.length >= 3 && /^[\d\s().+-]+$/.test(typed)) return [digits];
  return sortable(typed).split(/\s+/).filter(Boolean).slice(0, 8);
}
