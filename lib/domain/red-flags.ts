import type { Complaint, Intake, OrUnknown, RedFlagAnswer, YesNo } from './intake';
import { type FollowUpKind, followUpsOf } from './red-flag-follow-ups';

/** Urgency of a whole request, most urgent first. */
export const URGENCIES = ['emergency', 'same_day', 'urgent', 'routine'] as const;
export type Urgency = (typeof URGENCIES)[number];

export type RedFlagQuestion = {
  readonly code: string;
  readonly ask: string;
  readonly urgency: Exclude<Urgency, 'routine'>;
  /** Recorded when the person says it; the script does not ask. */
  readonly isVolunteered?: true;
};

/** The fixed script. Sources: CES card and GIRFT 2023 (CES), NICE NG234 (TUM), Michigan Medicine 2018 (INF), IFOMPT 2020 (FRX). */
export const RED_FLAG_QUESTIONS: readonly RedFlagQuestion[] = [
  {
    code: 'CES1',
    urgency: 'emergency',
    ask: 'Numbness or tingling between the legs, genitals, buttocks or back passage? Does wiping feel different?',
  },
  {
    code: 'CES2',
    urgency: 'emergency',
    ask: 'Harder to start, stop or feel urine? Cannot tell if the bladder is full? Leaking?',
  },
  { code: 'CES3', urgency: 'emergency', ask: 'Leaking stool, or cannot feel a bowel movement?' },
  { code: 'CES4', urgency: 'emergency', ask: 'New loss of feeling or function during sex?' },
  { code: 'CES5', urgency: 'emergency', ask: 'New pain, numbness or weakness in both legs?' },
  {
    code: 'MOT1',
    urgency: 'same_day',
    ask: 'A leg or arm getting weaker over hours or days, or cannot lift the foot?',
  },
  { code: 'MOT2', urgency: 'urgent', ask: 'Weakness that is old and unchanged?' },
  { code: 'MYE1', urgency: 'same_day', ask: 'Clumsy hands: buttons, keys, writing, dropping things?' },
  {
    code: 'MYE2',
    urgency: 'same_day',
    ask: 'Unsteady walking, falls, stiff legs? Electric shocks when bending the neck?',
  },
  {
    code: 'TUM1',
    urgency: 'same_day',
    ask: 'Ever had cancer, and is this pain new, worse, at night, band-like, or in the mid back?',
  },
  { code: 'TUM2', urgency: 'urgent', ask: 'Losing weight without trying? Night pain that no position relieves?' },
  { code: 'INF1', urgency: 'same_day', ask: 'Fever, chills or sweats with the spine pain?' },
  {
    code: 'INF2',
    urgency: 'same_day',
    ask: 'Injected drugs, weak immune system, dialysis, recent infection, spine injection or surgery?',
  },
  { code: 'FRX1', urgency: 'emergency', ask: 'A major accident or fall since or with this pain?' },
  { code: 'FRX2', urgency: 'same_day', ask: 'A minor fall or lift, and osteoporosis or long steroid use?' },
  { code: 'VAS1', urgency: 'emergency', ask: 'Sudden tearing back or belly pain, or fainting?' },
  { code: 'PSY1', urgency: 'emergency', ask: 'Thoughts of ending life', isVolunteered: true },
];
export const RED_FLAG_CODES = RED_FLAG_QUESTIONS.map((question) => question.code);
/** What hangs on them, of every sign that is asked for. */
export const FOLLOW_UP_QUESTIONS = RED_FLAG_QUESTIONS.filter(({ isVolunteered }) => !isVolunteered).flatMap(
  ({ code }) => followUpsOf(code),
);
export const FOLLOW_UP_CODES = FOLLOW_UP_QUESTIONS.map(({ code }) => code);
const CAUDA_EQUINA = ['CES1', 'CES2', 'CES3', 'CES4', 'CES5'];
const SCRIPT = RED_FLAG_QUESTIONS.filter((question) => !question.isVolunteered).map((question) => question.code);

export type RedFlagAnswers = Readonly<Partial<Record<string, RedFlagAnswer>>>;
export type RedFlag = { readonly code: string; readonly urgency: Urgency; readonly isCertain: boolean };

/** The answers of the script alone: what they call an emergency is spoken of as one, whatever is told besides. */
export function withoutFollowUps<T extends ToldOfFlags>(told: T): T {
  const asked = Object.entries(told.redFlags).filter(([code]) => !FOLLOW_UP_CODES.includes(code));
  return { ...told, redFlags: Object.fromEntries(asked) };
}

/** What the class of a flag rests on. */
export type ToldOfFlags = Pick<Intake, 'redFlags' | 'complaint'>;

/** Flags raised by what was told, most urgent first. No answer raises nothing and is not a "no". */
export function redFlagsOf(told: ToldOfFlags): RedFlag[] {
  const { redFlags } = told;
  return RED_FLAG_QUESTIONS.filter(({ code }) => raises(redFlags[code]))
    .map(({ code, urgency }) => ({
      code,
      urgency: inCompany(code, urgency, told),
      isCertain: redFlags[code] === 'yes',
    }))
    .sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));
}

/** "Not sure", and asked but not known, raise as "yes" does. */
function raises(said: RedFlagAnswer | YesNo | undefined): boolean {
  return said !== undefined && said !== 'no';
}

/**
 * The class of a flag beside the other answers. What was not asked, or is not known, lowers nothing. Sources: Foot drop series, JNS Spine 2025 (MOT1); Jiang GSJ 2023, DCM (MYE2);
 * GIRFT 2023, onset or worsening within two weeks (CES); IFOMPT 2020 (FRX1); NICE NG234 2023, cord signs (TUM1); Verhagen 2016 and NHS Gloucestershire (TUM2); Michigan Medicine 2018 (INF1).
 */
function inCompany(code: string, alone: Urgency, { redFlags, complaint }: ToldOfFlags): Urgency {
  const raised = (...codes: string[]) => codes.some((one) => raises(redFlags[one]));
  const hasNerveSign =
    raised(...CAUDA_EQUINA, 'MOT1', 'MOT2', 'MYE1', 'MYE2') || raises(complaint.weakness) || raises(complaint.numbness);
  const no = (kind: FollowUpKind) => redFlags[`${code}_${kind}`] === 'no';
  const yes = (kind: FollowUpKind) => redFlags[`${code}_${kind}`] === 'yes';
  if (CAUDA_EQUINA.includes(code)) return no('NEW') && yes('SEEN') ? 'same_day' : alone;
  switch (code) {
    case 'MOT1': {
      const isBoth = complaint.side === 'both' || complaint.side === 'unknown' || raised('MOT1_BOTH');
      return raised(...CAUDA_EQUINA) || isBoth || raised('MOT1_FAST') ? 'emergency' : alone;
    }
    case 'MOT2':
      return raised('MOT2_NEW') ? 'same_day' : alone;
    case 'MYE1':
      return no('NEW') ? 'urgent' : alone;
    case 'MYE2':
      if (raised('CES2', 'CES3')) return 'emergency';
      return no('NEW') && no('FALLS') ? 'urgent' : alone;
    case 'FRX1':
      return no('NEW') || yes('IMAGED') ? 'same_day' : alone;
    case 'TUM1':
      return hasNerveSign || walksLess(complaint) ? 'emergency' : alone;
    case 'TUM2':
      return raised('TUM1') ? 'same_day' : alone;
    case 'INF1':
      return hasNerveSign || isSevere(complaint) || raised('INF2') ? 'emergency' : alone;
    default:
      return alone;
  }
}

/** Any limit of walking: how far it was before is not asked. */
function walksLess({ walkingLimit }: Complaint): boolean {
  return walkingLimit !== undefined && walkingLimit !== 'over_500_m';
}

/** Severe from 7 of 10, the institute's own default. */
function isSevere({
  worstPain,
  averagePain,
  painNow,
  limbWorstPain,
  limbAveragePain,
  limbPainNow,
}: Complaint): boolean {
  const isHigh = (pain: OrUnknown<number> | undefined) => pain === 'unknown' || (pain !== undefined && pain >= 7);
  return (
    isHigh(worstPain ?? averagePain) ||
    isHigh(limbWorstPain ?? limbAveragePain) ||
    isHigh(painNow) ||
    isHigh(limbPainNow)
  );
}

export function urgencyOf(flags: readonly RedFlag[]): Urgency {
  return flags[0]?.urgency ?? 'routine';
}

/** A flag of class E or S that was not known before, not so grave or not certain: a clinician has to look, also after a decision. */
export function raisesAlarm(before: readonly RedFlag[], after: readonly RedFlag[]): boolean {
  return after.some((flag) => {
    const known = before.find(({ code }) => code === flag.code);
    const isGraver = !known || URGENCIES.indexOf(flag.urgency) < URGENCIES.indexOf(known.urgency);
    return isAlarming(flag.urgency) && (isGraver || (flag.isCertain && !known.isCertain));
  });
}

/** Classes above this one, most urgent first. Nobody lowers one but by a clinician's answer. */
export function graverThan(urgency: Urgency): readonly Urgency[] {
  return URGENCIES.slice(0, URGENCIES.indexOf(urgency));
}

/** Codes of the script still without an answer. "No to all" is known only when this is empty. */
export function unasked(answers: RedFlagAnswers): string[] {
  return SCRIPT.filter((code) => answers[code] === undefined);
}

/** Red flags that pin a row and may not be closed without a clinician: classes E and S. */
export function isAlarming(urgency: Urgency): boolean {
  return urgency === 'emergency' || urgency === 'same_day';
}
