import { expect, test } from 'vitest';
import { missingFrom } from '@/lib/domain/completeness';
import type { Intake } from '@/lib/domain/intake';
import { aFullIntake, noRedFlags } from './house/intake';

const TODAY = '2026-11-20';
const mri = (change: object = {}) => ({
  modality: 'MR',
  region: 'lumbar',
  studyDate: '2026-10-01',
  supplied: 'upload',
  ...change,
});
const full = aFullIntake({ imaging: [mri()] });

test.each<[string, Record<string, unknown>, string[]]>([
  ['nothing of a full file', {}, []],
  ['the consent that was not given', { consents: { review: false } }, ['consent']],
  ['red-flag questions, when one was not asked', { redFlags: { ...noRedFlags, CES1: undefined } }, ['red_flags']],
  ['no red-flag question that was answered "not sure"', { redFlags: { ...noRedFlags, CES1: 'not_sure' } }, []],
  ['images, where there are none', { imaging: [] }, ['mri_images']],
  ['images, of a CT', { imaging: [mri({ modality: 'CT' })] }, ['mri_images']],
  [
    'images, where only the report came; then the report is there',
    { imaging: [mri({ supplied: 'report_only' })], report: undefined },
    ['mri_images'],
  ],
  ['images that were said to come by nothing', { imaging: [mri({ supplied: 'none' })] }, ['mri_images']],
  ['images of which nobody said how they come', { imaging: [mri({ supplied: undefined })] }, ['mri_images']],
  ['nothing, when the images come by link', { imaging: [mri({ supplied: 'link' })] }, []],
  ['nothing, when the images come on a CD', { imaging: [mri({ supplied: 'cd' })] }, []],
  ['newer images, after twelve months and a day', { imaging: [mri({ studyDate: '2025-11-19' })] }, ['mri_outdated']],
  ['nothing on the day of twelve months', { imaging: [mri({ studyDate: '2025-11-20' })] }, []],
  ['nothing, when one of two is new', { imaging: [mri({ studyDate: '2019-01-01' }), mri()] }, []],
  ['nothing, when the date is not known', { imaging: [mri({ studyDate: 'unknown' })] }, []],
  ['nothing, when the date was not asked', { imaging: [mri({ studyDate: undefined })] }, []],
  ['the report', { report: undefined }, ['report']],
  ['a report of blanks', { report: { text: ' \n ' } }, ['report']],
  [
    'the pain, when its length was not asked',
    { complaint: { ...full.complaint, durationMonths: undefined } },
    ['pain'],
  ],
  [
    'no pain that the person does not know',
    { complaint: { ...full.complaint, durationMonths: 'unknown', worstPain: 'unknown', dominantPain: 'unknown' } },
    [],
  ],
  ['no pain of zero for zero months', { complaint: { ...full.complaint, durationMonths: 0, worstPain: 0 } }, []],
  ['the care that was tried', { conservativeCare: [] }, ['conservative_care']],
  ['the state', { person: { ...full.person, state: undefined } }, ['state']],
  [
    'everything, in the order in which it is asked for',
    {
      consents: { review: false },
      redFlags: {},
      imaging: [],
      report: undefined,
      complaint: { region: 'unknown' },
      conservativeCare: [],
      person: { ...full.person, state: undefined },
    },
    ['consent', 'red_flags', 'mri_images', 'report', 'pain', 'conservative_care', 'state'],
  ],
])('misses %s', (_, change, missing) => {
  expect(missingFrom({ ...full, ...change } as unknown as Intake, TODAY)).toEqual(missing);
});
