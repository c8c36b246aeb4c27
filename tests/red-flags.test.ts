import { describe, expect, test } from 'vitest';
import { isAlarming, RED_FLAG_CODES, redFlagsOf, unasked, urgencyOf } from '@/lib/domain/red-flags';
import { noRedFlags } from './house/intake';

/** Class of each answer on its own, written from the clinical page. */
const ALONE: Readonly<Record<string, string>> = {
  CES1: 'emergency',
  CES2: 'emergency',
  CES3: 'emergency',
  CES4: 'emergency',
  CES5: 'emergency',
  MOT1: 'same_day',
  MOT2: 'urgent',
  MYE1: 'same_day',
  MYE2: 'same_day',
  TUM1: 'same_day',
  TUM2: 'urgent',
  INF1: 'same_day',
  INF2: 'same_day',
  FRX1: 'emergency',
  FRX2: 'same_day',
  VAS1: 'emergency',
  PSY1: 'emergency',
};

test('every question has its class here', () => expect(Object.keys(ALONE).sort()).toEqual([...RED_FLAG_CODES].sort()));

describe.each(Object.entries(ALONE))('%s alone', (code, urgency) => {
  test.each([
    ['yes', true],
    ['not_sure', false],
  ] as const)('answered %s raises its class', (answer, isCertain) => {
    expect(redFlagsOf({ ...noRedFlags, [code]: answer }, false)).toEqual([{ code, urgency, isCertain }]);
  });
  test('answered no, or not asked, raises nothing', () => {
    expect(redFlagsOf({ [code]: 'no' }, false)).toEqual([]);
    expect(redFlagsOf({}, false)).toEqual([]);
  });
});

describe('in company', () => {
  test.each([
    ['cancer with new weakness', ['TUM1', 'MOT1'], false, { TUM1: 'emergency', MOT1: 'same_day' }],
    ['cancer with both legs', ['TUM1', 'CES5'], false, { TUM1: 'emergency', CES5: 'emergency' }],
    ['cancer with old weakness', ['TUM1', 'MOT2'], false, { TUM1: 'same_day', MOT2: 'urgent' }],
    ['weight loss with cancer', ['TUM2', 'TUM1'], false, { TUM2: 'same_day', TUM1: 'same_day' }],
    ['fever with a weak immune system', ['INF1', 'INF2'], false, { INF1: 'emergency', INF2: 'same_day' }],
    ['fever with new weakness', ['INF1', 'MOT1'], false, { INF1: 'emergency', MOT1: 'same_day' }],
    ['a major fall that was imaged since', ['FRX1'], true, { FRX1: 'same_day' }],
    ['a cauda equina sign that was imaged since', ['CES1'], true, { CES1: 'emergency' }],
  ])('%s', (_, codes, hasImaging, expected) => {
    for (const answer of ['yes', 'not_sure'] as const) {
      const flags = redFlagsOf(
        { ...noRedFlags, ...Object.fromEntries(codes.map((code) => [code, answer])) },
        hasImaging,
      );
      expect(Object.fromEntries(flags.map(({ code, urgency }) => [code, urgency]))).toEqual(expected);
    }
  });

  test('the most urgent comes first and is the urgency of the whole', () => {
    const flags = redFlagsOf({ MOT2: 'yes', MOT1: 'yes', CES2: 'not_sure' }, false);
    expect(flags.map(({ code }) => code)).toEqual(['CES2', 'MOT1', 'MOT2']);
    expect(urgencyOf(flags)).toBe('emergency');
    expect(urgencyOf([])).toBe('routine');
  });
});

test('every question of the script is asked before "no to all" is known; what is only volunteered is not', () => {
  expect(unasked({})).toEqual(RED_FLAG_CODES.filter((code) => code !== 'PSY1'));
  expect(unasked(noRedFlags)).toEqual([]);
  expect(unasked({ ...noRedFlags, MYE1: 'not_sure' })).toEqual([]);
});

test.each([
  ['emergency', true],
  ['same_day', true],
  ['urgent', false],
  ['routine', false],
] as const)('%s alarms: %s', (urgency, alarms) => {
  expect(isAlarming(urgency)).toBe(alarms);
});
