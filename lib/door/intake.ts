import { z } from 'zod';
import * as words from '@/lib/domain/intake';
import { FOLLOW_UP_CODES, RED_FLAG_CODES } from '@/lib/domain/red-flags';
import { day, line, orUnknown, text } from './input';

/** How a request is told, by whichever way it comes. Absent is "not asked"; "unknown" is "asked, not known". */
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be international, such as +13055550123');
const yesNo = z.enum(words.YES_NO);
const months = z.number().min(0).max(1_200);
const score = orUnknown(z.number().int().min(0).max(10)).optional();
const percent = orUnknown(z.number().min(0).max(100)).optional();
const notInFuture = (said: string) => said <= new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const pastDay = day
  .refine(notInFuture, 'must not lie in the future')
  .refine((said) => said >= '1900-01-01', 'must be 1900 or later');
const timeZone = line(64).refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be a time zone such as America/New_York');

export const personInput = z.strictObject({
  firstName: line(100),
  lastName: line(100),
  dateOfBirth: pastDay,
  sexAtBirth: z.enum(words.SEXES).optional(),
  phone,
  secondPhone: phone.optional(),
  email: z
    .email('must be an e-mail address')
    .max(254)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  language: z.enum(words.LANGUAGES).optional(),
  needsInterpreter: yesNo.optional(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters')
    .optional(),
  postcode: line(16).optional(),
  preferredChannel: z.enum(words.PREFERRED_CHANNELS).optional(),
  bestHours: line(120).optional(),
  mayLeaveVoicemail: yesNo.optional(),
  timeZone: timeZone.optional(),
  preferredName: line(100).optional(),
  pronouns: line(40).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters')
    .optional()
    .describe('ISO 3166-1'),
  otherLanguage: line(60).optional(),
  doNotContact: yesNo.optional(),
  proxyName: line(200).optional(),
  proxyRelation: line(100).optional(),
  proxyAuthority: line(200).optional(),
});

export const intakeParts = {
  person: personInput,
  consents: z.strictObject({
    privacyNotice: z.boolean().optional(),
    review: z.boolean().optional().describe('Absent: not asked yet; no surgeon reads before it is yes'),
    shareImages: z.boolean().optional(),
    phone: z.boolean().optional(),
    text: z.boolean().optional(),
    email: z.boolean().optional(),
    marketing: z.boolean().optional(),
    tellDoctor: z.boolean().optional(),
  }),
  complaint: z.strictObject({
    region: z.enum(words.REGIONS),
    dominantPain: z.enum(words.DOMINANT_PAINS).optional(),
    side: z.enum(words.SIDES).optional(),
    durationMonths: orUnknown(months).optional(),
    worstPain: score,
    averagePain: score,
    painNow: score,
    limbWorstPain: score,
    limbAveragePain: score,
    limbPainNow: score,
    radiation: line(500).optional(),
    onsetDate: orUnknown(pastDay).optional(),
    onset: line(500).optional(),
    pattern: z.enum(words.PAIN_PATTERNS).optional(),
    numbness: yesNo.optional(),
    weakness: yesNo.optional(),
    betterBendingForward: yesNo.optional(),
    worseCoughing: yesNo.optional(),
    walkingLimit: z.enum(words.WALKING_LIMITS).optional(),
    sittingLimit: z.enum(words.SITTING_LIMITS).optional(),
    wakesAtNight: yesNo.optional(),
    disabilityIndex: percent,
    wantsSurgery: yesNo.optional(),
    work: line(200).optional(),
    goal: line(500).optional(),
    story: text(20_000).optional(),
  }),
  redFlags: z.partialRecord(
    z.enum([...RED_FLAG_CODES, ...FOLLOW_UP_CODES] as [string, ...string[]]),
    z.enum(words.RED_FLAG_ANSWERS),
  ),
  conservativeCare: z
    .array(
      z.strictObject({
        kind: z.enum(words.CARE_KINDS),
        weeks: orUnknown(z.number().min(0).max(5_200)).optional(),
        effect: z.enum(words.EFFECTS).optional(),
        lastDate: orUnknown(pastDay).optional(),
        mmePerDay: orUnknown(z.number().min(0).max(2_000)).optional(),
        count: orUnknown(z.number().int().min(0).max(100)).optional(),
        reliefPercent: percent,
        detail: line(500).optional(),
      }),
    )
    .max(30),
  imaging: z
    .array(
      z.strictObject({
        modality: z.enum(words.MODALITIES),
        region: z.enum(words.REGIONS).optional(),
        studyDate: orUnknown(pastDay).optional(),
        supplied: z.enum(words.SUPPLIES).optional(),
        facility: line(200).optional(),
        contrast: yesNo.optional(),
        fieldStrength: orUnknown(z.number().min(0.01).max(12)).optional(),
        status: z.enum(words.STUDY_STATUSES).optional(),
      }),
    )
    .max(30),
  report: z.strictObject({
    text: text(100_000),
    radiologist: line(200).optional(),
    date: orUnknown(pastDay).optional(),
  }),
  priorSurgery: z.strictObject({
    had: yesNo,
    operations: z
      .array(
        z.strictObject({
          procedure: line(200).optional(),
          levels: line(100).optional(),
          year: orUnknown(z.number().int().min(1900).max(2100)).optional(),
          hasHardware: yesNo.optional(),
          isSameSite: yesNo.optional(),
        }),
      )
      .max(20)
      .optional(),
    detail: line(1_000).optional(),
  }),
  fitness: z.strictObject({
    heightCm: orUnknown(z.number().min(50).max(260)).optional(),
    weightKg: orUnknown(z.number().min(20).max(400)).optional(),
    nicotine: yesNo.optional(),
    diabetes: yesNo.optional(),
    hba1c: orUnknown(z.number().min(3).max(20)).optional(),
    sleepApnea: yesNo.optional(),
    anticoagulant: yesNo.optional(),
    opioid: yesNo.optional(),
    osteoporosis: yesNo.optional(),
    escort: yesNo.optional(),
    cpap: yesNo.optional(),
    heartDisease: yesNo.optional(),
    lungDisease: yesNo.optional(),
    kidneyDisease: yesNo.optional(),
    latexAllergy: yesNo.optional(),
    contrastAllergy: yesNo.optional(),
    implant: yesNo.optional(),
    livesAlone: yesNo.optional(),
    carer: yesNo.optional(),
    travelMinutes: orUnknown(z.number().min(0).max(10_000)).optional(),
    detail: line(1_000).optional(),
  }),
  insurance: z.strictObject({
    payer: line(200).optional(),
    planType: z.enum(words.PLAN_TYPES).optional(),
    memberId: line(64).optional(),
    injuryClaim: yesNo.optional(),
    injuryDate: orUnknown(pastDay).optional(),
  }),
};

export const sourceInput = z.strictObject({
  channel: z.enum(words.SOURCE_CHANNELS),
  referrer: line(200).optional(),
  referrerNpi: z
    .string()
    .regex(/^\d{10}$/, 'must be ten digits')
    .optional(),
  referrerFax: phone.optional(),
  campaign: line(200).optional(),
  utmSource: line(200).optional(),
  utmMedium: line(200).optional(),
  utmContent: line(200).optional(),
  landingPage: line(500).optional(),
  firstTouchAt: z.iso.datetime().optional(),
});

export const intakeInput = z.strictObject({
  ...intakeParts,
  redFlags: intakeParts.redFlags.default({}),
  conservativeCare: intakeParts.conservativeCare.default([]),
  imaging: intakeParts.imaging.default([]),
  report: intakeParts.report.optional(),
  priorSurgery: intakeParts.priorSurgery.optional(),
  fitness: intakeParts.fitness.optional(),
  insurance: intakeParts.insurance.optional(),
  source: sourceInput.optional(),
});
