import { createTranslator } from 'use-intl/core';
import { US_STATES } from '@/lib/domain/us-states';
import en from './words/en.json';
import es from './words/es.json';

export type Language = 'en' | 'es';
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const CATALOGUES: Readonly<Record<Language, typeof en>> = { en, es };

/** What the public pages say, by the name of the place where it is said. A missing name is a fault, not a blank. */
export function wordsIn(language: Language): Words {
  const translate = createTranslator({
    locale: language,
    messages: CATALOGUES[language],
    onError: (error) => {
      throw error;
    },
  });
  return (key, values) => translate(key as never, values as never);
}

/** Fields of one kind share their words; the dots of a name would be places in the catalogue. */
export function labelKey(field: string): string {
  const followUp = /^[A-Z]{3}\d_([A-Z]+)$/.exec(field)?.[1];
  if (followUp) return `fields.followUp_${followUp}`;
  const shared = /^care\.\w+\.(weeks|effect)$/.exec(field)?.[1];
  return `fields.${shared ? `care_${shared}` : field.replaceAll('.', '_')}`;
}

const SETS: readonly (readonly [RegExp, string])[] = [
  [/^places$/, 'places'],
  [/^(worst|lastsUnit|mriSupplied|sexAtBirth|preferredChannel)$/, ''],
  [/\.effect$/, 'effect'],
];

/** The words of an answer; numbers and states are their own. */
export function answerWords(words: Words, field: string, answer: string): string {
  if (/^\d+$/.test(answer)) return answer;
  if (field === 'state') return US_STATES[answer as keyof typeof US_STATES] ?? answer;
  const [, set] = SETS.find(([is]) => is.test(field)) ?? [null, 'answers'];
  return words(`options.${set || field}.${answer}`);
}
