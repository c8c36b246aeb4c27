import { phoneToSay } from '@/components/request/as-said';
import { dayToSay } from '@/components/request/clinic-time';
import { PART_WORDS } from '@/components/request/parts/parts';
import { said } from '@/components/request/words';
import { FOLLOW_UP_QUESTIONS, RED_FLAG_QUESTIONS } from '@/lib/domain/red-flags';

const WORDS: Readonly<Record<string, string>> = {
  ...PART_WORDS,
  'person.email': 'E-mail',
  'person.phone': 'Phone',
  'person.timeZone': 'Time zone',
  'complaint.story': 'Their own words',
  'report.text': 'Report',
  'priorSurgery.had': 'Prior surgery',
};

/** What a piece of an intake is called: a part, or one answer in it. */
export function pieceWords(path: string): string {
  const [part = '', key = ''] = path.split('.');
  const known =
    WORDS[path] ??
    (part === 'redFlags'
      ? [...RED_FLAG_QUESTIONS, ...FOLLOW_UP_QUESTIONS].find(({ code }) => code === key)?.ask
      : undefined);
  if (known) return known;
  const plain = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const isOwn = part === '' || part === 'person' || part === 'complaint';
  return isOwn ? plain.slice(0, 1).toUpperCase() + plain.slice(1) : `${WORDS[part] ?? part}, ${plain.trim()}`;
}

/** An answer in a line or a few; null was not told. */
export function toldWords(told: unknown): string {
  if (told === null || told === undefined) return 'not told';
  if (typeof told === 'boolean') return told ? 'Yes' : 'No';
  if (Array.isArray(told)) return told.map(toldWords).join('; ');
  if (typeof told === 'object')
    return Object.entries(told)
      .map(([key, value]) => `${pieceWords(`.${key}`).toLowerCase()} ${toldWords(value)}`)
      .join(', ');
  const words = String(told);
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return dayToSay(words);
  return words.startsWith('+') ? phoneToSay(words) : said(words);
}
