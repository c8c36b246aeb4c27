import { EFFECTS, RED_FLAG_ANSWERS, SEXES, YES_NO } from './intake';
import { followUpsOf } from './red-flag-follow-ups';
import { RED_FLAG_QUESTIONS } from './red-flags';
import { US_STATES } from './us-states';

/** No person sees this field; a program that fills in whatever it finds does. */
export const TRAP = 'homepage';

/** The steps of the public form, in the order in which they are asked. */
export const FORM_STEPS = ['where', 'safety', 'tried', 'pictures', 'you', 'send'] as const;
export type FormStep = (typeof FORM_STEPS)[number];

/** Where it can hurt, as a person points at it. */
export const PLACES = [
  'neck',
  'upper_back',
  'lower_back',
  'buttock_left',
  'buttock_right',
  'arm_left',
  'arm_right',
  'leg_left',
  'leg_right',
] as const;
export type Place = (typeof PLACES)[number];

/** The care the institute asks about, as people know it. */
export const CARE_ASKED = ['stretching', 'physical_therapy', 'medication', 'injection', 'hot_cold'] as const;

/** The consents a person gives by themselves; each stands alone. */
export const FORM_CONSENTS = [
  'privacyNotice',
  'review',
  'shareImages',
  'phone',
  'text',
  'email',
  'tellDoctor',
  'marketing',
] as const;
export const CONSENTS_NEEDED: readonly string[] = ['privacyNotice', 'review', 'shareImages'];

type Asked = {
  readonly isNeeded?: boolean;
  /** Asked only where another field says this. */
  readonly only?: { readonly field: string; readonly is: readonly string[] };
};
export type FormField = Asked &
  (
    | { readonly is: 'one' | 'many'; readonly of: readonly string[] }
    | { readonly is: 'number'; readonly least: number; readonly most: number; readonly isWhole?: boolean }
    | { readonly is: 'day'; readonly mayLackDay?: boolean }
    | { readonly is: 'phone' | 'email' }
    | { readonly is: 'line' | 'text'; readonly most: number }
  );

const line = (most: number, asked: Asked = {}): FormField => ({ is: 'line', most, ...asked });
const one = (of: readonly string[], asked: Asked = {}): FormField => ({ is: 'one', of, ...asked });
const NEEDED = { isNeeded: true } as const;

const SAFETY = RED_FLAG_QUESTIONS.filter(({ isVolunteered }) => !isVolunteered).map(({ code }) => code);
const CARE = CARE_ASKED.flatMap((kind): [string, FormField][] => {
  const only = { field: `care.${kind}`, is: ['yes'] };
  return [
    [`care.${kind}`, one(['yes', 'no'], NEEDED)],
    [`care.${kind}.weeks`, { is: 'number', least: 0, most: 5_200, only }],
    [`care.${kind}.effect`, one(EFFECTS, { only })],
  ];
});

/** Every question of the form. What is not needed may be left out, and is "not asked". */
export const FORM_FIELDS: Readonly<Record<FormStep, Readonly<Record<string, FormField>>>> = {
  where: {
    places: { is: 'many', of: PLACES, ...NEEDED },
    worst: one(['back', 'neck', 'leg', 'arm', 'unknown'], NEEDED),
    lasts: { is: 'number', least: 0, most: 1_200 },
    lastsUnit: one(['weeks', 'months', 'years']),
    worstPain: one(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'unknown'], NEEDED),
  },
  safety: Object.fromEntries(
    SAFETY.flatMap((code): [string, FormField][] => [
      [code, one(RED_FLAG_ANSWERS, NEEDED)],
      ...followUpsOf(code).map((asked): [string, FormField] => [
        asked.code,
        one(RED_FLAG_ANSWERS, { only: { field: code, is: ['yes', 'not_sure'] } }),
      ]),
    ]),
  ),
  tried: {
    ...Object.fromEntries(CARE),
    weakness: one(YES_NO, NEEDED),
    numbness: one(YES_NO, NEEDED),
    story: { is: 'text', most: 5_000 },
  },
  pictures: {
    mri: one(YES_NO, NEEDED),
    mriDay: { is: 'day', mayLackDay: true, only: { field: 'mri', is: ['yes'] } },
    mriSupplied: one(['upload', 'cd', 'link', 'report_only', 'unknown'], { only: { field: 'mri', is: ['yes'] } }),
    surgery: one(YES_NO, NEEDED),
    surgeryDetail: line(1_000, { only: { field: 'surgery', is: ['yes'] } }),
  },
  you: {
    firstName: line(100, NEEDED),
    lastName: line(100, NEEDED),
    dateOfBirth: { is: 'day', ...NEEDED },
    sexAtBirth: one(SEXES, NEEDED),
    phone: { is: 'phone', ...NEEDED },
    email: { is: 'email' },
    state: one(Object.keys(US_STATES)),
    preferredChannel: one(['phone', 'text', 'email'], NEEDED),
    bestHours: line(120),
    mayLeaveVoicemail: one(YES_NO),
    [TRAP]: line(500),
  },
  send: Object.fromEntries(
    FORM_CONSENTS.map((kind) => [`agree.${kind}`, one(['yes'], { isNeeded: CONSENTS_NEEDED.includes(kind) })]),
  ),
};

/** The names under which a step sends its fields; a day has three. */
export function fieldsOf(step: FormStep): string[] {
  return Object.entries(FORM_FIELDS[step]).flatMap(([field, { is }]) =>
    is === 'day' ? [`${field}.year`, `${field}.month`, `${field}.day`] : [field],
  );
}
