/** NIST 800-63B: length, no composition rules, and no password that everybody tries first. */
export const SHORTEST_PASSWORD = 12;

const COMMON = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'letmein',
  'welcome',
  'administrator',
  'iloveyou',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'dragon',
  'monkey',
  'changeme',
  'trustno1',
  'superman',
  'batman',
  'foramen',
  'clinic',
  'spine',
  'surgeon',
  'coordinator',
  'abcdefghijkl',
  'abcdefgh',
  'abc',
  'asdfghjkl',
  'zxcvbnm',
  'secret',
  'default',
  'company',
  'summer',
  'winter',
];

/** Of a common word and digits only, one character repeated, a run of digits, or made of what is known about the person. */
export function isCommon(password: string, about: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const letters = plain.replace(/[^\p{L}]/gu, '');
  const known = about
    .flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3);
  if (new Set(plain).size < 5 || letters === '') return true;
  return [...COMMON, ...known].some(
    (word) => letters.replaceAll(word, '').length < 4 && letters.includes(word.replace(/\d/g, '')),
  );
}
