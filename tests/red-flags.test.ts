import { describe, expect, test } from 'vitest';
import type { Complaint } from '@/lib/domain/intake';
import { isAlarming, RED_FLAG_CODES, redFlagsOf, type ToldOfFlags, unasked, urgencyOf } from '@/lib/domain/red-flags';
import { noRedFlags } from './house/intake';

const nothing: ToldOfFlags = { redFlags: {}, complaint: { region: 'lumbar' } };
const complains = (more: Partial<Complaint>) => ({ complaint: { ...nothing.complaint, ...more } });

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
    expect(redFlagsOf({ ...nothing, redFlags: { ...noRedFlags, [code]: answer } })).toEqual([
      { code, urgency, isCertain },
    ]);
  });
  test('answered no, or not asked, raises nothing', () => {
    expect(redFlagsOf({ ...nothing, redFlags: { [code]: 'no' } })).toEqual([]);
    expect(redFlagsOf(nothing)).toEqual([]);
  });
});

/** Written from the clinical page: what is answered, what else is told, and the class of each flag then. */
const IN_COMPANY: readonly [string, readonly string[], Partial<ToldOfFlags>, Readonly<Record<string, string>>][] = [
  ['weakness with a cauda equina sign', ['MOT1', 'CES1'], {}, { MOT1: 'emergency', CES1: 'emergency' }],
  ['weakness with both legs', ['MOT1', 'CES5'], {}, { MOT1: 'emergency', CES5: 'emergency' }],
  ['weakness on both sides', ['MOT1'], complains({ side: 'both' }), { MOT1: 'emergency' }],
  ['weakness, asked where and not known', ['MOT1'], complains({ side: 'unknown' }), { MOT1: 'emergency' }],
  ['weakness on one side', ['MOT1'], complains({ side: 'left', weakness: 'yes' }), { MOT1: 'same_day' }],
  ['weakness with old weakness', ['MOT1', 'MOT2'], {}, { MOT1: 'same_day', MOT2: 'urgent' }],
  ['old weakness on both sides', ['MOT2'], complains({ side: 'both', weakness: 'yes' }), { MOT2: 'urgent' }],

  ['unsteady with bladder', ['MYE2', 'CES2'], {}, { MYE2: 'emergency', CES2: 'emergency' }],
  ['unsteady with bowel', ['MYE2', 'CES3'], {}, { MYE2: 'emergency', CES3: 'emergency' }],
  ['unsteady with loss during sex', ['MYE2', 'CES4'], {}, { MYE2: 'same_day', CES4: 'emergency' }],
  ['unsteady with clumsy hands', ['MYE2', 'MYE1'], {}, { MYE2: 'same_day', MYE1: 'same_day' }],
  [
    'unsteady and walking little',
    ['MYE2'],
    complains({ walkingLimit: 'under_50_ft', weakness: 'yes', numbness: 'yes' }),
    { MYE2: 'same_day' },
  ],

  ['cancer with new weakness', ['TUM1', 'MOT1'], {}, { TUM1: 'emergency', MOT1: 'same_day' }],
  ['cancer with old weakness', ['TUM1', 'MOT2'], {}, { TUM1: 'emergency', MOT2: 'urgent' }],
  ['cancer with both legs', ['TUM1', 'CES5'], {}, { TUM1: 'emergency', CES5: 'emergency' }],
  ['cancer with numbness between the legs', ['TUM1', 'CES1'], {}, { TUM1: 'emergency', CES1: 'emergency' }],
  ['cancer with bladder', ['TUM1', 'CES2'], {}, { TUM1: 'emergency', CES2: 'emergency' }],
  ['cancer with unsteady walking', ['TUM1', 'MYE2'], {}, { TUM1: 'emergency', MYE2: 'same_day' }],
  ['cancer with clumsy hands', ['TUM1', 'MYE1'], {}, { TUM1: 'emergency', MYE1: 'same_day' }],
  ['cancer, weak', ['TUM1'], complains({ weakness: 'yes' }), { TUM1: 'emergency' }],
  ['cancer, weakness not known', ['TUM1'], complains({ weakness: 'unknown' }), { TUM1: 'emergency' }],
  ['cancer, numb', ['TUM1'], complains({ numbness: 'yes' }), { TUM1: 'emergency' }],
  ['cancer, numb and weak', ['TUM1'], complains({ numbness: 'yes', weakness: 'yes' }), { TUM1: 'emergency' }],
  ['cancer, walks 50 ft', ['TUM1'], complains({ walkingLimit: 'under_50_ft' }), { TUM1: 'emergency' }],
  ['cancer, walks 100 m', ['TUM1'], complains({ walkingLimit: 'under_100_m' }), { TUM1: 'emergency' }],
  ['cancer, walks 500 m', ['TUM1'], complains({ walkingLimit: '100_to_500_m' }), { TUM1: 'emergency' }],
  ['cancer, walking not known', ['TUM1'], complains({ walkingLimit: 'unknown' }), { TUM1: 'emergency' }],
  [
    'cancer, all of it asked and well',
    ['TUM1'],
    complains({ weakness: 'no', numbness: 'no', walkingLimit: 'over_500_m', worstPain: 10 }),
    { TUM1: 'same_day' },
  ],
  ['weight loss with cancer', ['TUM2', 'TUM1'], {}, { TUM2: 'same_day', TUM1: 'same_day' }],
  ['weight loss, weak', ['TUM2'], complains({ weakness: 'yes' }), { TUM2: 'urgent' }],

  ['fever with a weak immune system', ['INF1', 'INF2'], {}, { INF1: 'emergency', INF2: 'same_day' }],
  ['fever with new weakness', ['INF1', 'MOT1'], {}, { INF1: 'emergency', MOT1: 'same_day' }],
  ['fever with old weakness', ['INF1', 'MOT2'], {}, { INF1: 'emergency', MOT2: 'urgent' }],
  ['fever with clumsy hands', ['INF1', 'MYE1'], {}, { INF1: 'emergency', MYE1: 'same_day' }],
  [
    'fever, unsteady, old weakness',
    ['INF1', 'MYE2', 'MOT2'],
    {},
    { INF1: 'emergency', MYE2: 'same_day', MOT2: 'urgent' },
  ],
  ['fever with bladder', ['INF1', 'CES2'], {}, { INF1: 'emergency', CES2: 'emergency' }],
  ['fever, pain of 10 and weak', ['INF1'], complains({ worstPain: 10, weakness: 'yes' }), { INF1: 'emergency' }],
  ['fever, weak', ['INF1'], complains({ weakness: 'yes' }), { INF1: 'emergency' }],
  ['fever, numb', ['INF1'], complains({ numbness: 'yes' }), { INF1: 'emergency' }],
  ['fever, pain of 7', ['INF1'], complains({ worstPain: 7 }), { INF1: 'emergency' }],
  ['fever, pain of 6', ['INF1'], complains({ worstPain: 6 }), { INF1: 'same_day' }],
  ['fever, pain not known', ['INF1'], complains({ worstPain: 'unknown' }), { INF1: 'emergency' }],
  ['fever, only the average is told', ['INF1'], complains({ averagePain: 8 }), { INF1: 'emergency' }],
  [
    'fever, all of it asked and well',
    ['INF1'],
    complains({ worstPain: 3, averagePain: 2, weakness: 'no', numbness: 'no', walkingLimit: 'under_50_ft' }),
    { INF1: 'same_day' },
  ],
  ['injected drugs, pain of 10', ['INF2'], complains({ worstPain: 10, weakness: 'yes' }), { INF2: 'same_day' }],

  ['fever, the leg alone hurts much', ['INF1'], complains({ worstPain: 2, limbWorstPain: 8 }), { INF1: 'emergency' }],
  ['fever, it hurts much now', ['INF1'], complains({ worstPain: 3, painNow: 7 }), { INF1: 'emergency' }],
  ['no flag at all, weak and in pain', [], complains({ worstPain: 10, weakness: 'yes', numbness: 'yes' }), {}],
];

describe('in company', () => {
  test.each(IN_COMPANY)('%s', (_, codes, told, expected) => {
    for (const answer of ['yes', 'not_sure'] as const) {
      const answers = { ...noRedFlags, ...Object.fromEntries(codes.map((code) => [code, answer])) };
      const flags = redFlagsOf({ ...nothing, ...told, redFlags: answers });
      expect(Object.fromEntries(flags.map(({ code, urgency }) => [code, urgency]))).toEqual(expected);
    }
  });

  test('the most urgent comes first and is the urgency of the whole', () => {
    const flags = redFlagsOf({ ...nothing, redFlags: { MOT2: 'yes', MOT1: 'yes', CES2: 'not_sure' } });
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
