/** What a person tells us: the words stored and the shape they are kept in. A missing key was not asked; `unknown` was asked. */
export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export const LANGUAGES = ['en', 'es', 'other', 'unknown'] as const;
export const PREFERRED_CHANNELS = ['phone', 'text', 'email', 'unknown'] as const;
export const REGIONS = ['lumbar', 'cervical', 'thoracic', 'si', 'unknown'] as const;
export const DOMINANT_PAINS = ['back', 'neck', 'leg', 'arm', 'unknown'] as const;
export const SIDES = ['left', 'right', 'both', 'unknown'] as const;
export const CARE_KINDS = [
  'stretching',
  'physical_therapy',
  'medication',
  'injection',
  'hot_cold',
  'chiropractic',
  'other',
] as const;
export const EFFECTS = ['none', 'little', 'good', 'unknown'] as const;
export const MODALITIES = ['MR', 'CT', 'XR'] as const;
export const SUPPLIES = ['upload', 'link', 'cd', 'report_only', 'none', 'unknown'] as const;
export const SOURCE_CHANNELS = ['web', 'phone', 'referral', 'import', 'api'] as const;
export const WALKING_LIMITS = ['under_50_ft', 'under_100_m', '100_to_500_m', 'over_500_m', 'unknown'] as const;
export const YES_NO = ['yes', 'no', 'unknown'] as const;
export const PLAN_TYPES = [
  'commercial',
  'medicare',
  'medicaid',
  'workers_comp',
  'auto',
  'self_pay',
  'unknown',
] as const;

export type OrUnknown<T> = T | 'unknown';
export type Region = (typeof REGIONS)[number];
export type SourceChannel = (typeof SOURCE_CHANNELS)[number];
export type YesNo = (typeof YES_NO)[number];

export type Person = {
  readonly firstName: string;
  readonly lastName: string;
  /** ISO date, never a Date: a date of birth has no time zone. */
  readonly dateOfBirth: string;
  readonly sexAtBirth?: (typeof SEXES)[number];
  /** E.164 */
  readonly phone: string;
  readonly secondPhone?: string;
  readonly email?: string;
  readonly language?: (typeof LANGUAGES)[number];
  readonly needsInterpreter?: YesNo;
  /** US state or territory, two letters; decides where a surgeon is licensed. */
  readonly state?: string;
  readonly postcode?: string;
  readonly preferredChannel?: (typeof PREFERRED_CHANNELS)[number];
  readonly bestHours?: string;
  readonly mayLeaveVoicemail?: YesNo;
  readonly timeZone?: string;
};
export type Consents = {
  /** Absent: not asked yet. */
  readonly review?: boolean;
  readonly phone?: boolean;
  readonly text?: boolean;
  readonly email?: boolean;
};
export type Complaint = {
  readonly region: Region;
  readonly dominantPain?: (typeof DOMINANT_PAINS)[number];
  readonly side?: (typeof SIDES)[number];
  readonly durationMonths?: OrUnknown<number>;
  /** 0-10 numeric rating scale, worst in the last week */
  readonly worstPain?: OrUnknown<number>;
  readonly averagePain?: OrUnknown<number>;
  readonly numbness?: YesNo;
  readonly weakness?: YesNo;
  readonly betterBendingForward?: YesNo;
  readonly walkingLimit?: (typeof WALKING_LIMITS)[number];
  readonly work?: string;
  readonly goal?: string;
  readonly story?: string;
};
export type CareTried = {
  readonly kind: (typeof CARE_KINDS)[number];
  readonly weeks?: OrUnknown<number>;
  readonly effect?: (typeof EFFECTS)[number];
  readonly detail?: string;
};
export type Imaging = {
  readonly modality: (typeof MODALITIES)[number];
  readonly region?: Region;
  /** ISO date */
  readonly studyDate?: OrUnknown<string>;
  readonly supplied?: (typeof SUPPLIES)[number];
  readonly facility?: string;
};
export type PriorSurgery = { readonly had: YesNo; readonly detail?: string };
export type Fitness = {
  readonly heightCm?: OrUnknown<number>;
  readonly weightKg?: OrUnknown<number>;
  readonly nicotine?: YesNo;
  readonly diabetes?: YesNo;
  /** HbA1c in percent */
  readonly hba1c?: OrUnknown<number>;
  readonly sleepApnea?: YesNo;
  readonly anticoagulant?: YesNo;
  readonly opioid?: YesNo;
  readonly osteoporosis?: YesNo;
  readonly escort?: YesNo;
  readonly detail?: string;
};
export type Insurance = {
  readonly payer?: string;
  readonly planType?: (typeof PLAN_TYPES)[number];
  readonly memberId?: string;
  readonly injuryClaim?: YesNo;
};
export type Source = { readonly channel: SourceChannel; readonly referrer?: string; readonly campaign?: string };

/** Everything a request says, apart from where it stands. */
export type Intake = {
  readonly person: Person;
  readonly consents: Consents;
  readonly complaint: Complaint;
  readonly redFlags: Readonly<Partial<Record<string, RedFlagAnswer>>>;
  readonly conservativeCare: readonly CareTried[];
  readonly imaging: readonly Imaging[];
  readonly report?: { readonly text: string };
  readonly priorSurgery?: PriorSurgery;
  readonly fitness?: Fitness;
  readonly insurance?: Insurance;
  readonly source: Source;
};

export const RED_FLAG_ANSWERS = ['yes', 'no', 'not_sure'] as const;
export type RedFlagAnswer = (typeof RED_FLAG_ANSWERS)[number];

/** "Low back, right leg": the complaint in the few words a list has room for. */
export function complaintSummary(complaint: Complaint): string {
  const region = { lumbar: 'Low back', cervical: 'Neck', thoracic: 'Mid back', si: 'SI joint', unknown: 'Spine' }[
    complaint.region
  ];
  const side = complaint.side && complaint.side !== 'unknown' ? `${complaint.side} ` : '';
  if (complaint.dominantPain === 'leg') return `${region}, ${side}leg${side === 'both ' ? 's' : ''}`;
  if (complaint.dominantPain === 'arm') return `${region}, ${side}arm${side === 'both ' ? 's' : ''}`;
  return region;
}

/** Whole years at `onDate`; both are ISO dates. */
export function ageOn(dateOfBirth: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return onDate.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** Equal in what is said, whatever order the keys were kept in. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

function ordered(said: unknown): string | undefined {
  return JSON.stringify(said, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
