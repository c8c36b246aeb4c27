import type { RedFlagAnswer } from './intake';

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
const SCRIPT = RED_FLAG_QUESTIONS.filter((question) => !question.isVolunteered).map((question) => question.code);

export type RedFlagAnswers = Readonly<Partial<Record<string, RedFlagAnswer>>>;
export type RedFlag = { readonly code: string; readonly urgency: Urgency; readonly isCertain: boolean };

/** Flags raised by the answers, most urgent first. "Not sure" raises as "yes" does; no answer raises nothing and is not a "no". */
export function redFlagsOf(answers: RedFlagAnswers, hasImaging: boolean): RedFlag[] {
  const raised = (code: string) => answers[code] === 'yes' || answers[code] === 'not_sure';
  const weak = raised('MOT1') || raised('CES5');
  return RED_FLAG_QUESTIONS.filter(({ code }) => raised(code))
    .map(({ code, urgency }) => ({ code, urgency: inCompany(code, urgency), isCertain: answers[code] === 'yes' }))
    .sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));

  function inCompany(code: string, alone: Urgency): Urgency {
    if (code === 'TUM1' && weak) return 'emergency';
    if (code === 'TUM2' && raised('TUM1')) return 'same_day';
    if (code === 'INF1' && (weak || raised('INF2'))) return 'emergency';
    // A major fall that was imaged since is still seen the same day.
    if (code === 'FRX1' && hasImaging) return 'same_day';
    return alone;
  }
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

/** Codes of the script still without an answer. "No to all" is known only when this is empty. */
export function unasked(answers: RedFlagAnswers): string[] {
  return SCRIPT.filter((code) => answers[code] === undefined);
}

/** Red flags that pin a row and may not be closed without a clinician: classes E and S. */
export function isAlarming(urgency: Urgency): boolean {
  return urgency === 'emergency' || urgency === 'same_day';
}
