import type { MissingItem } from '@/lib/domain/completeness';

export const MISSING_SHORT: Record<MissingItem, string> = {
  consent: 'consent',
  red_flags: 'the red-flag questions',
  mri_images: 'the images',
  mri_outdated: 'a newer MRI',
  mri_date: 'the date of the MRI',
  report: 'the report',
  pain: 'pain details',
  conservative_care: 'care tried',
  prior_surgery: 'prior surgery',
  state: 'state of residence',
  sex_at_birth: 'sex at birth',
  preferred_channel: 'how to reach them',
};

export const REASONS = {
  override: {
    mri_outdated: [
      'MRI a little over a year old, no new symptoms: surgeon to say',
      'no newer MRI to be had before January',
      'nothing changed since the scan, asked by phone',
      'surgeon asked to see the old one first',
    ],
    report: [
      'report is dictated but not signed, images are complete',
      'images are good, report follows',
      'facility cannot find the report, images complete',
    ],
    mri_images: ['surgeon asked to see the report first', 'images are on the way, report is clear'],
    red_flags: ['asked twice by phone, some left open: surgeon to ask'],
    consent: ['consent given by phone, paper follows'],
    pain: ['pain told by phone, not in numbers'],
    conservative_care: ['dates of therapy not remembered'],
    mri_date: ['date stands on the images'],
    prior_surgery: ['asked by phone, in the notes'],
    state: ['between two homes, asked by phone'],
    sex_at_birth: ['stands in the report'],
    preferred_channel: ['reached by phone so far'],
  } satisfies Record<MissingItem, readonly string[]>,
  noShow: ['did not come, no call', 'called in sick, new date to be found', 'car broke down', 'mixed up the day'],
  release: ['wants a colleague to read it', 'called away to the OR', 'knows the person privately'],
  amendedYes: [
    'flexion-extension films arrived: stable',
    'outside EMG confirms the level',
    'HbA1c came back at 7.1',
    'exam by the referring doctor agrees with the level',
  ],
  amendedNo: [
    'second look with the new axials: no compression',
    'spine conference: not for an outpatient center',
    'improved since, by phone',
    'exam by the referring doctor points elsewhere',
  ],
} as const;
