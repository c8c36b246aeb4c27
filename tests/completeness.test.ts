import { expect, test } from 'vitest';
import { missingFrom, NO_FILES } from '@/lib/domain/completeness';
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
  ...(['privacyNotice', 'review', 'shareImages'] as const).map((kind): [string, Record<string, unknown>, string[]] => [
    `the consent to ${kind} that was not given`,
    { consents: { ...full.consents, [kind]: false } },
    ['consent'],
  ]),
  ['the consent that was not asked', { consents: {} }, ['consent']],
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
  ['the date of the images, when it was not asked', { imaging: [mri({ studyDate: undefined })] }, ['mri_date']],
  ['no date, when one of two has it', { imaging: [mri({ studyDate: undefined }), mri()] }, []],
  ['nothing, when the images come from an archive', { imaging: [mri({ supplied: 'pacs' })] }, []],
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
  ['the pain, when weakness was not asked', { complaint: { ...full.complaint, weakness: undefined } }, ['pain']],
  [
    'no pain, where only the leg was scored',
    { complaint: { ...full.complaint, worstPain: undefined, limbWorstPain: 7 } },
    [],
  ],
  ['the surgery before', { priorSurgery: undefined }, ['prior_surgery']],
  ['no surgery before that nobody knows of', { priorSurgery: { had: 'unknown' } }, []],
  ['the sex at birth', { person: { ...full.person, sexAtBirth: undefined } }, ['sex_at_birth']],
  ['how to reach them', { person: { ...full.person, preferredChannel: undefined } }, ['preferred_channel']],
  ['no state of who lives abroad', { person: { ...full.person, state: undefined, country: 'CA' } }, []],
  ['the state of who lives in the US', { person: { ...full.person, state: undefined, country: 'US' } }, ['state']],
  ['no pain of zero for zero months', { complaint: { ...full.complaint, durationMonths: 0, worstPain: 0 } }, []],
  ['the care that was tried', { conservativeCare: [] }, ['conservative_care']],
  ['the state', { person: { ...full.person, state: undefined } }, ['state']],
  [
    'everything, in the order in which it is asked for',
    {
      consents: {},
      redFlags: {},
      imaging: [],
      report: undefined,
      complaint: { region: 'unknown' },
      conservativeCare: [],
      priorSurgery: undefined,
      person: { ...full.person, state: undefined, sexAtBirth: undefined, preferredChannel: undefined },
    },
    [
      'consent',
      'red_flags',
      'mri_images',
      'report',
      'pain',
      'conservative_care',
      'prior_surgery',
      'state',
      'sex_at_birth',
      'preferred_channel',
    ],
  ],
])('misses %s', (_, change, missing) => {
  expect(missingFrom({ ...full, ...change } as unknown as Intake, TODAY, NO_FILES)).toEqual(missing);
});
