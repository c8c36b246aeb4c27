import { refuse } from './refusal';

/** Tags are the staff's own words about the work: short, few, and never about the person. */
export const TAG_LENGTH = 24;
export const MOST_TAGS = 8;
export const TAG_WARNING =
  'Everybody at the desk sees tags and can filter by them: no names, numbers or health details.';

/** "Second  Call" and "second call" are one tag. */
export function tagAsKept(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What is wrong with it, if anything. A run of digits or an @ is a phone number, a birthday or an address. */
export function tagProblem(tag: string): string | null {
  if (tag === '') return 'must not be empty';
  if (tag.length > TAG_LENGTH) return `at most ${TAG_LENGTH} characters`;
  if (/@|\d[\d\s./()-]{3,}\d|\d{4}/.test(tag)) return 'no numbers or addresses of a person';
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} &'.?!/+-]*$/u.test(tag) ? null : 'letters, digits, spaces and & - . / only';
}

/** The tags after the change, with what it really changed. */
export function tagged(tags: readonly string[], add: readonly string[], remove: readonly string[]) {
  const untagged = tags.filter((tag) => remove.includes(tag) && !add.includes(tag));
  const fresh = [...new Set(add)].filter((tag) => !tags.includes(tag));
  const after = [...tags.filter((tag) => !untagged.includes(tag)), ...fresh];
  const message = `at most ${MOST_TAGS} tags on a request`;
  if (after.length > MOST_TAGS) refuse('invalid', message, [{ path: 'add', message }]);
  return { tags: after, tagged: fresh, untagged };
}
