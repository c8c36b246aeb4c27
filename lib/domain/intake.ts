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
  'nsaid',
  'nerve_medication',
  'opioid',
  'injection',
  'hot_cold',
  'chiropractic',
  'bracing',
  'weight_loss',
  'other',
] as const;
export const EFFECTS = ['none', 'little', 'good', 'unknown'] as const;
export const MODALITIES = ['MR', 'CT', 'XR'] as const;
export const SUPPLIES = ['upload', 'link', 'cd', 'pacs', 'report_only', 'none', 'unknown'] as const;
/** How far the clinic is with a study. */
export const STUDY_STATUSES = ['requested', 'received', 'unreadable', 'identity_mismatch', 'ready'] as const;
export const SOURCE_CHANNELS = ['web', 'phone', 'referral', 'walk_in', 'import', 'api'] as const;
export const WALKING_LIMITS = ['under_50_ft', 'under_100_m', '100_to_500_m', 'over_500_m', 'unknown'] as const;
export const SITTING_LIMITS = ['under_15_min', '15_to_30_min', '30_to_60_min', 'over_60_min', 'unknown'] as const;
export const PAIN_PATTERNS = ['constant', 'intermittent', 'unknown'] as const;
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
  readonly preferredName?: string;
  readonly pronouns?: string;
  /** ISO 3166-1, two letters; absent is the clinic's own. */
  readonly country?: string;
  /** Which, where the language is none of ours. */
  readonly otherLanguage?: string;
  /** They wish to hear nothing, by any channel. */
  readonly doNotContact?: YesNo;
  /** Who speaks for them, and by what right: health care proxy, power of attorney, parent. */
  readonly proxyName?: string;
  readonly proxyRelation?: string;
  readonly proxyAuthority?: string;
};
/** Absent: not asked yet. */
export type Consents = {
  /** The notice of privacy practices was given. */
  readonly privacyNotice?: boolean;
  readonly review?: boolean;
  /** Images may be stored, and shared with who treats the person. */
  readonly shareImages?: boolean;
  readonly phone?: boolean;
  readonly text?: boolean;
  readonly email?: boolean;
  readonly marketing?: boolean;
  readonly tellDoctor?: boolean;
};
export type Complaint = {
  readonly region: Region;
  readonly dominantPain?: (typeof DOMINANT_PAINS)[number];
  readonly side?: (typeof SIDES)[number];
  readonly durationMonths?: OrUnknown<number>;
  /** 0-10 numeric rating scale of the back or neck; worst and average in the last week */
  readonly worstPain?: OrUnknown<number>;
  readonly averagePain?: OrUnknown<number>;
  readonly painNow?: OrUnknown<number>;
  /** The same of the leg or arm. */
  readonly limbWorstPain?: OrUnknown<number>;
  readonly limbAveragePain?: OrUnknown<number>;
  readonly limbPainNow?: OrUnknown<number>;
  /** Where it goes, as far as which fingers or toes: the dermatome as the person draws it. */
  readonly radiation?: string;
  /** ISO date */
  readonly onsetDate?: OrUnknown<string>;
  readonly onset?: string;
  readonly pattern?: (typeof PAIN_PATTERNS)[number];
  readonly numbness?: YesNo;
  readonly weakness?: YesNo;
  /** Bending forward or sitting down */
  readonly betterBendingForward?: YesNo;
  readonly worseCoughing?: YesNo;
  readonly walkingLimit?: (typeof WALKING_LIMITS)[number];
  readonly sittingLimit?: (typeof SITTING_LIMITS)[number];
  readonly wakesAtNight?: YesNo;
  /** Oswestry index of the back, Neck Disability Index of the neck: 0-100, in percent */
  readonly disabilityIndex?: OrUnknown<number>;
  readonly wantsSurgery?: YesNo;
  readonly work?: string;
  readonly goal?: string;
  readonly story?: string;
};
export type CareTried = {
  readonly kind: (typeof CARE_KINDS)[number];
  readonly weeks?: OrUnknown<number>;
  readonly effect?: (typeof EFFECTS)[number];
  /** ISO date of the last dose or session */
  readonly lastDate?: OrUnknown<string>;
  /** Of an opioid: morphine milligram equivalents a day */
  readonly mmePerDay?: OrUnknown<number>;
  /** Of injections: how many, and the best relief in percent */
  readonly count?: OrUnknown<number>;
  readonly reliefPercent?: OrUnknown<number>;
  readonly detail?: string;
};
export type Imaging = {
  readonly modality: (typeof MODALITIES)[number];
  readonly region?: Region;
  /** ISO date */
  readonly studyDate?: OrUnknown<string>;
  readonly supplied?: (typeof SUPPLIES)[number];
  readonly facility?: string;
  readonly contrast?: YesNo;
  /** Tesla */
  readonly fieldStrength?: OrUnknown<number>;
  readonly status?: (typeof STUDY_STATUSES)[number];
};
export type Report = {
  readonly text: string;
  readonly radiologist?: string;
  /** ISO date the report was signed */
  readonly date?: OrUnknown<string>;
};
export type Operation = {
  readonly procedure?: string;
  readonly levels?: string;
  readonly year?: OrUnknown<number>;
  readonly hasHardware?: YesNo;
  /** Where it hurts now */
  readonly isSameSite?: YesNo;
};
export type PriorSurgery = {
  readonly had: YesNo;
  readonly operations?: readonly Operation[];
  readonly detail?: string;
};
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
  readonly cpap?: YesNo;
  readonly heartDisease?: YesNo;
  readonly lungDisease?: YesNo;
  readonly kidneyDisease?: YesNo;
  readonly latexAllergy?: YesNo;
  readonly contrastAllergy?: YesNo;
  /** Pacemaker, stimulator, clip: what may not go into a scanner */
  readonly implant?: YesNo;
  readonly livesAlone?: YesNo;
  /** Somebody at home in the days after */
  readonly carer?: YesNo;
  /** By car to the clinic */
  readonly travelMinutes?: OrUnknown<number>;
  readonly detail?: string;
};
export type Insurance = {
  readonly payer?: string;
  readonly planType?: (typeof PLAN_TYPES)[number];
  readonly memberId?: string;
  readonly injuryClaim?: YesNo;
  /** ISO date of the injury */
  readonly injuryDate?: OrUnknown<string>;
};
export type Source = {
  readonly channel: SourceChannel;
  readonly referrer?: string;
  /** National Provider Identifier, ten digits */
  readonly referrerNpi?: string;
  /** E.164 */
  readonly referrerFax?: string;
  readonly campaign?: string;
  readonly utmSource?: string;
  readonly utmMedium?: string;
  readonly utmContent?: string;
  readonly landingPage?: string;
  /** ISO instant of the first visit */
  readonly firstTouchAt?: string;
  /** What the clinic calls the program that sent it. Never told by a sender: it hangs on the key. */
  readonly sentBy?: string;
};

/** Everything a request says, apart from where it stands. */
export type Intake = {
  readonly person: Person;
  readonly consents: Consents;
  readonly complaint: Complaint;
  readonly redFlags: Readonly<Partial<Record<string, RedFlagAnswer>>>;
  readonly conservativeCare: readonly CareTried[];
  readonly imaging: readonly Imaging[];
  readonly report?: Report;
  readonly priorSurgery?: PriorSurgery;
  readonly fitness?: Fitness;
  readonly insurance?: Insurance;
  readonly source: Source;
};

export const RED_FLAG_ANSWERS = ['yes', 'no', 'not_sure'] as const;
export type RedFlagAnswer = (typeof RED_FLAG_ANSWERS)[number];

/** Whole years at `onDate`; both are ISO dates. */
export function ageOn(dateOfBirth: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return onDate.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
