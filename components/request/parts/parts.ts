import type { MissingItem } from '@/lib/domain/completeness';
import type { Part } from './draft';

export const PART_WORDS: Record<Part, string> = {
  person: 'Person and contact',
  redFlags: 'Red flags',
  consents: 'Consents',
  complaint: 'Complaint',
  conservativeCare: 'Care tried',
  imaging: 'Imaging',
  report: 'Report',
  priorSurgery: 'Prior surgery',
  fitness: 'Fitness',
  insurance: 'Insurance',
};

/** Where each missing item is completed. */
export const PART_OF_MISSING: Record<MissingItem, Part> = {
  consent: 'consents',
  red_flags: 'redFlags',
  mri_images: 'imaging',
  mri_outdated: 'imaging',
  mri_date: 'imaging',
  report: 'report',
  pain: 'complaint',
  conservative_care: 'conservativeCare',
  prior_surgery: 'priorSurgery',
  state: 'person',
  sex_at_birth: 'person',
  preferred_channel: 'person',
};

/** The field a part is entered at. */
export const FIRST_FIELD: Record<Part, string> = {
  person: 'person.firstName',
  redFlags: 'redFlags.CES1',
  consents: 'consents.privacyNotice',
  complaint: 'complaint.region',
  conservativeCare: 'conservativeCare',
  imaging: 'imaging',
  report: 'report.text',
  priorSurgery: 'priorSurgery.had',
  fitness: 'fitness.heightCm',
  insurance: 'insurance.planType',
};

/** The field a missing item is entered at, where it is not the first of its part. */
const FIELD_OF_MISSING: Partial<Record<MissingItem, string>> = {
  pain: 'complaint.dominantPain',
  state: 'person.state',
  sex_at_birth: 'person.sexAtBirth',
  preferred_channel: 'person.preferredChannel',
};

export function fieldOfMissing(item: MissingItem): string {
  return FIELD_OF_MISSING[item] ?? FIRST_FIELD[PART_OF_MISSING[item]];
}
