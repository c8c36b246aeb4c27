import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RedFlagAnswer } from '@/lib/domain/intake';
import { graverAnswers } from '@/lib/domain/merging';
import { isCalming } from '@/lib/domain/red-flag-follow-ups';
import {
  FOLLOW_UP_CODES,
  RED_FLAG_CODES,
  redFlagsOf,
  URGENCIES,
  urgencyOf,
  withoutFollowUps,
} from '@/lib/domain/red-flags';

const complaint = { region: 'lumbar' as const };
const classOf = (redFlags: Readonly<Record<string, RedFlagAnswer>>, code: string) =>
  redFlagsOf({ complaint, redFlags }).find((flag) => flag.code === code)?.urgency;

/** Written from the clinical page: the sign, what is told besides, and its class then. */
describe('the class of a sign by what is told besides:', () => {
  test.each<[string, Readonly<Record<string, RedFlagAnswer>>, string]>([
    ['CES1', {}, 'emergency'],
    ['CES1', { CES1_NEW: 'no', CES1_SEEN: 'yes' }, 'same_day'],
    ['CES1', { CES1_NEW: 'no' }, 'emergency'],
    ['CES1', { CES1_NEW: 'no', CES1_SEEN: 'not_sure' }, 'emergency'],
    ['CES1', { CES1_NEW: 'yes', CES1_SEEN: 'yes' }, 'emergency'],
    ['CES1', { CES1_NEW: 'not_sure', CES1_SEEN: 'yes' }, 'emergency'],
    ['CES1', { CES2_NEW: 'no', CES2_SEEN: 'yes' }, 'emergency'],
    ['CES5', { CES5_NEW: 'no', CES5_SEEN: 'yes' }, 'same_day'],
    ['MOT1', {}, 'same_day'],
    ['MOT1', { MOT1_FAST: 'no', MOT1_BOTH: 'no', MOT1_NEW: 'no' }, 'same_day'],
    ['MOT1', { MOT1_FAST: 'yes' }, 'emergency'],
    ['MOT1', { MOT1_FAST: 'not_sure' }, 'emergency'],
    ['MOT1', { MOT1_BOTH: 'yes' }, 'emergency'],
    ['MOT2', {}, 'urgent'],
    ['MOT2', { MOT2_NEW: 'yes' }, 'same_day'],
    ['MOT2', { MOT2_NEW: 'not_sure' }, 'same_day'],
    ['MYE1', {}, 'same_day'],
    ['MYE1', { MYE1_NEW: 'no' }, 'urgent'],
    ['MYE1', { MYE1_NEW: 'not_sure' }, 'same_day'],
    ['MYE2', { MYE2_NEW: 'no' }, 'same_day'],
    ['MYE2', { MYE2_NEW: 'no', MYE2_FALLS: 'no' }, 'urgent'],
    ['MYE2', { MYE2_NEW: 'no', MYE2_FALLS: 'yes' }, 'same_day'],
    ['MYE2', { MYE2_NEW: 'no', MYE2_FALLS: 'no', CES2: 'yes' }, 'emergency'],
    ['FRX1', {}, 'emergency'],
    ['FRX1', { FRX1_NEW: 'no' }, 'same_day'],
    ['FRX1', { FRX1_IMAGED: 'yes' }, 'same_day'],
    ['FRX1', { FRX1_IMAGED: 'no', FRX1_NEW: 'yes' }, 'emergency'],
    ['VAS1', { VAS1_NEW: 'no' }, 'emergency'],
    ['INF1', { INF1_NEW: 'no' }, 'same_day'],
  ])('%s with %j is %s', (code, besides, urgency) => {
    expect(classOf({ [code]: 'yes', ...besides }, code)).toBe(urgency);
  });
});

const answers = fc.dictionary(
  fc.constantFrom(...RED_FLAG_CODES, ...FOLLOW_UP_CODES),
  fc.constantFrom<RedFlagAnswer>('yes', 'no', 'not_sure'),
);
const rank = (redFlags: Readonly<Record<string, RedFlagAnswer>>) =>
  URGENCIES.indexOf(urgencyOf(redFlagsOf({ complaint, redFlags })));

test('not sure lowers nothing, of whatever else was told', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...FOLLOW_UP_CODES), (told, code) => {
      expect(rank({ ...told, [code]: 'not_sure' })).toBeLessThanOrEqual(rank(told));
    }),
    { numRuns: 2_000 },
  );
});

test('a follow-up raises nothing by itself', () => {
  for (const code of FOLLOW_UP_CODES) expect(redFlagsOf({ complaint, redFlags: { [code]: 'yes' } })).toEqual([]);
});

test('another sign never lowers the urgency', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...RED_FLAG_CODES), (told, code) => {
      expect(rank({ ...told, [code]: 'yes' })).toBeLessThanOrEqual(rank({ ...told, [code]: 'no' }));
    }),
    { numRuns: 2_000 },
  );
});

test('what the script alone calls an emergency is spoken of as one, whatever is told besides', () => {
  const told = { complaint, redFlags: { CES1: 'yes', CES1_NEW: 'no', CES1_SEEN: 'yes' } as const };
  expect(urgencyOf(redFlagsOf(told))).toBe('same_day');
  expect(urgencyOf(redFlagsOf(withoutFollowUps(told)))).toBe('emergency');
});

test('of two tellings the graver answer counts, and a yes to "examined" is not the graver', () => {
  const both = graverAnswers(
    { CES1: 'yes', CES1_NEW: 'no', CES1_SEEN: 'yes' },
    { CES1: 'yes', CES1_NEW: 'yes', CES1_SEEN: 'no' },
  );
  expect(both).toEqual({ CES1: 'yes', CES1_NEW: 'yes', CES1_SEEN: 'no' });
  expect(FOLLOW_UP_CODES.filter(isCalming)).toHaveLength(6);
});
