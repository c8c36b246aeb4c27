import type { Choice } from '@/components/ui/pill';
import { VERDICT_WORDS } from '@/lib/domain/candidacy';
import { MISSING_WORDS } from '@/lib/domain/completeness';
import type { StaffName, View } from '@/lib/domain/desk';
import { AGE_BANDS } from '@/lib/domain/measures';
import { DECISION_REASONS } from '@/lib/domain/reasons';
import { STAGE_WORDS, STAGES } from '@/lib/domain/stages';

export type Narrowing = {
  readonly name: string;
  readonly label: string;
  readonly lead: string;
  readonly choices: readonly Choice[];
  readonly isMany?: boolean;
};

/** In a cell, not in a sentence. */
export const REGION_SAID: Readonly<Record<string, string>> = {
  lumbar: 'Low back',
  cervical: 'Neck',
  thoracic: 'Mid back',
  si: 'SI joint',
  unknown: 'Not known',
};
export const SOURCE_SAID: Readonly<Record<string, string>> = {
  web: 'Web form',
  phone: 'Phone',
  referral: 'Referral',
  import: 'Import',
  api: 'Program',
};

/** How the sentence begins. */
export const SUBJECT: Record<View, string> = {
  'red-flags': 'Red flags no clinician has decided on, assigned to',
  new: 'Requests assigned to',
  mine: 'Requests assigned to',
  'awaiting-info': 'Requests assigned to',
  ready: 'Requests assigned to',
  'follow-ups-due': 'Requests with a follow-up due by tonight, assigned to',
  all: 'Requests assigned to',
};

export const STAGE_CHOICES: readonly Choice[] = [
  { value: '', words: 'any stage' },
  { value: 'open', words: 'any open stage' },
  ...STAGES.map((stage) => ({ value: stage as string, words: STAGE_WORDS[stage] })),
];

export const SORT_CHOICES: readonly Choice[] = [
  { value: '', words: 'due first' },
  { value: '-due', words: 'due last' },
  { value: 'received', words: 'oldest first' },
  { value: '-received', words: 'newest first' },
  { value: 'name', words: 'name, A to Z' },
  { value: '-name', words: 'name, Z to A' },
  { value: 'stage', words: 'stage, first to last' },
  { value: '-stage', words: 'stage, last to first' },
];

export function ownerChoices(staff: readonly StaffName[]): readonly Choice[] {
  const people = staff.map(({ id, name }) => ({ value: id, words: name }));
  return [
    { value: '', words: 'anyone' },
    { value: 'me', words: 'me' },
    { value: 'nobody', words: 'nobody' },
    ...people,
  ];
}

/** Filters that stand in the sentence once chosen, or once the link from a number has brought them. */
export function narrowings(staff: readonly StaffName[], tags: readonly string[]): readonly Narrowing[] {
  const surgeons = staff.filter(({ role }) => role === 'surgeon').map(({ id, name }) => ({ value: id, words: name }));
  const tagged = {
    name: 'tag',
    label: 'Tag',
    lead: 'tagged',
    choices: tags.map((tag) => ({ value: tag, words: tag })),
  };
  return [
    ...ABOUT,
    tagged,
    { name: 'surgeon', label: 'Decided by', lead: 'decided by', choices: surgeons },
    ...ON_THE_WAY,
  ];
}

function some(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, said]) => ({ value, words: said }));
}

/** What the request says and what was decided. */
const ABOUT: readonly Narrowing[] = [
  {
    name: 'urgency',
    label: 'Urgency',
    lead: 'urgency',
    isMany: true,
    choices: some({ emergency: 'emergency', same_day: 'same day', urgent: 'urgent', routine: 'routine' }),
  },
  {
    name: 'region',
    label: 'Region',
    lead: 'about the',
    isMany: true,
    choices: some({
      lumbar: 'low back',
      cervical: 'neck',
      thoracic: 'mid back',
      si: 'SI joint',
      unknown: 'spine, part unknown',
    }),
  },
  { name: 'missing', label: 'Missing', lead: 'missing', choices: some(MISSING_WORDS) },
  { name: 'verdict', label: 'Verdict', lead: 'with the verdict', isMany: true, choices: some(VERDICT_WORDS) },
  {
    name: 'reason',
    label: 'Reason for a no',
    lead: 'declined because of',
    choices: DECISION_REASONS.map(({ code, words }) => ({ value: code, words })),
  },
];

/** How far it came, since when, and from where. */
const ON_THE_WAY: readonly Narrowing[] = [
  {
    name: 'reached',
    label: 'Reached',
    lead: 'that were',
    choices: some({
      complete: 'complete',
      decided: 'decided',
      informed: 'told the answer',
      consult: 'booked for a consult',
      procedure: 'booked for a procedure',
      received: 'received',
    }),
  },
  {
    name: 'age',
    label: 'Open for',
    lead: 'open for',
    choices: AGE_BANDS.map(({ code }) => ({
      value: code,
      words: code === '91+' ? '91 days or more' : `${code.replace('-', '–')} days`,
    })),
  },
  {
    name: 'source',
    label: 'Source',
    lead: 'from',
    isMany: true,
    choices: some({
      web: 'the web form',
      phone: 'a phone call',
      referral: 'a referral',
      import: 'an import',
      api: 'another program',
    }),
  },
];
