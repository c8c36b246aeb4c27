import { heightToSay, monthsToSay, operationToSay, painToSay, weightToSay } from '@/components/request/as-said';
import { axialPain, disabilityIndexOf, limbPain, moreOfCare, percent } from '@/components/request/told';
import { said } from '@/components/request/words';
import type { OpenRequest } from '@/lib/domain/desk';
import { bodyMassIndex } from '@/lib/domain/fitness';
import type { CareTried } from '@/lib/domain/intake';

export type Fact = { readonly name: string; readonly value: string | null };
const NOT_ASKED = null;

/** Facts as they were told: `unknown` was asked, null was not. No limit is applied here. */
export function complaintFacts({ complaint, priorSurgery }: OpenRequest): Fact[] {
  const { durationMonths } = complaint;
  return [
    { name: 'For', value: typeof durationMonths === 'number' ? monthsToSay(durationMonths) : sayOr(durationMonths) },
    { name: 'Back or neck', value: sayOr(painToSay(axialPain(complaint))) },
    { name: 'Leg or arm', value: sayOr(painToSay(limbPain(complaint))) },
    { name: 'Mostly', value: sayOr(complaint.dominantPain) },
    { name: 'Side', value: sayOr(complaint.side) },
    { name: 'Numbness', value: sayOr(complaint.numbness) },
    { name: 'Weakness', value: sayOr(complaint.weakness) },
    { name: 'Bending eases', value: sayOr(complaint.betterBendingForward) },
    { name: 'Walks', value: sayOr(complaint.walkingLimit) },
    {
      name: 'Spine surgery',
      value: priorSurgery
        ? [said(priorSurgery.had), ...(priorSurgery.operations ?? []).map(operationToSay), priorSurgery.detail]
            .filter(Boolean)
            .join('; ')
        : NOT_ASKED,
    },
    { name: 'Work', value: complaint.work ?? NOT_ASKED },
    { name: 'Goal', value: complaint.goal ?? NOT_ASKED },
    ...onlyTold({
      'Goes to': complaint.radiation,
      'Began with': complaint.onset,
      'Pain is': complaint.pattern,
      'Worse coughing': complaint.worseCoughing,
      Sits: complaint.sittingLimit,
      'Wakes at night': complaint.wakesAtNight,
      [disabilityIndexOf(complaint.region)]: percent(complaint.disabilityIndex),
      'Wants surgery': complaint.wantsSurgery,
    }),
  ];
}

const EFFECT_WORDS: Record<NonNullable<CareTried['effect']>, string> = {
  none: 'no effect',
  little: 'little effect',
  good: 'good effect',
  unknown: 'effect unknown',
};

export function careFacts({ conservativeCare }: OpenRequest): Fact[] {
  return conservativeCare.map((line) => {
    const { kind, weeks, effect, detail } = line;
    const length = typeof weeks === 'number' ? `${weeks} weeks` : weeks && 'weeks unknown';
    return {
      name: said(kind),
      value: [length, effect && EFFECT_WORDS[effect], ...moreOfCare(line), detail].filter(Boolean).join(', ') || 'Yes',
    };
  });
}

export function fitnessFacts({ fitness }: OpenRequest): Fact[] {
  const { heightCm, weightKg, hba1c } = fitness ?? {};
  return [
    { name: 'BMI', value: bmi(heightCm, weightKg) },
    { name: 'Nicotine', value: sayOr(fitness?.nicotine) },
    { name: 'Diabetes', value: sayOr(fitness?.diabetes) },
    { name: 'HbA1c', value: typeof hba1c === 'number' ? `${hba1c} %` : sayOr(hba1c) },
    { name: 'Sleep apnea', value: sayOr(fitness?.sleepApnea) },
    { name: 'Blood thinner', value: sayOr(fitness?.anticoagulant) },
    { name: 'Opioid', value: sayOr(fitness?.opioid) },
    { name: 'Osteoporosis', value: sayOr(fitness?.osteoporosis) },
    { name: 'Escort, 24 h', value: sayOr(fitness?.escort) },
    ...onlyTold({
      CPAP: fitness?.cpap,
      Heart: fitness?.heartDisease,
      Lung: fitness?.lungDisease,
      Kidney: fitness?.kidneyDisease,
      'Latex allergy': fitness?.latexAllergy,
      'Contrast allergy': fitness?.contrastAllergy,
      Implant: fitness?.implant,
      'Lives alone': fitness?.livesAlone,
      'At home after': fitness?.carer,
      'To the clinic': typeof fitness?.travelMinutes === 'number' ? `${fitness.travelMinutes} min` : undefined,
      Also: fitness?.detail,
    }),
  ];
}

/** What is rarely asked is only there when it was. */
function onlyTold(told: Readonly<Record<string, string | undefined>>): Fact[] {
  return Object.entries(told).flatMap(([name, word]) => (word === undefined ? [] : [{ name, value: said(word) }]));
}

function bmi(heightCm: number | 'unknown' | undefined, weightKg: number | 'unknown' | undefined): string | null {
  if (typeof heightCm === 'number' && typeof weightKg === 'number')
    return `${bodyMassIndex(heightCm, weightKg).toFixed(1)} · ${heightToSay(heightCm)}, ${weightToSay(weightKg)}`;
  return heightCm === undefined || weightKg === undefined ? NOT_ASKED : 'Unknown';
}

function sayOr(word: string | number | undefined): string | null {
  return word === undefined ? NOT_ASKED : said(String(word));
}
