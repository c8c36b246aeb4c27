import type { Person } from './intake';

/** Letters that no accent makes, and the apostrophes and dashes of other keyboards. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
};

/** Without case, accents and what a keyboard makes of an apostrophe, so that "jose" finds José and "o'brien" O’Brien. */
export function sortable(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[łøđðħıßæœþ’‘ʼ`‐‑–]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Everything a person may be found by, in one line. */
export function searchable(number: string, person: Person): string {
  const digits = [person.phone, person.secondPhone].map((phone) => phone?.replace(/\D/g, ''));
  return [
    number.toLowerCase(),
    sortable(`${person.firstName} ${person.lastName} ${person.firstName}`),
    person.preferredName && sortable(person.preferredName),
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
  return sortable(typed).split(/\s+/).filter(Boolean).slice(0, 8).map(wholeNumber);
}

/** MR-1201 is said of MR-001201. */
function wholeNumber(term: string): string {
  return term.replace(/^mr-?(\d{1,5})$/, (_, digits: string) => `mr-${digits.padStart(6, '0')}`);
}
