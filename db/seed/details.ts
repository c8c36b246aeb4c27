import type { CareTried, Complaint, Fitness, Operation, Source, YesNo } from '@/lib/domain/intake';
import type { Ailment } from './ailments';
import type { Chance } from './chance';

/** Where the scores stand and how it feels: the limb's own, where the limb is worst. */
export function painDetails(chance: Chance, { pain, worst, finding, region }: Ailment): Partial<Complaint> {
  const average = Math.max(0, worst - chance.whole(1, 3));
  const axial = Math.max(0, worst - chance.whole(1, 4));
  const isLimb = pain === 'leg' || pain === 'arm';
  const scores = isLimb
    ? { worstPain: axial, limbWorstPain: worst, limbAveragePain: average }
    : { worstPain: worst, averagePain: average };
  if (!chance.of(0.45)) return scores;
  return {
    ...scores,
    ...(isLimb ? { radiation: chance.pick(region === 'cervical' ? ARM : LEG) } : {}),
    pattern: chance.of(0.6) ? 'constant' : 'intermittent',
    worseCoughing: finding === 'herniation' ? 'yes' : chance.pick(['no', 'no', 'unknown']),
    sittingLimit:
      finding === 'stenosis' ? 'over_60_min' : chance.pick(['under_15_min', '15_to_30_min', '30_to_60_min']),
    wakesAtNight: chance.of(0.4) ? 'yes' : 'no',
    wantsSurgery: chance.among({ yes: 62, unknown: 26, no: 12 }),
    ...(chance.of(0.3)
      ? { disabilityIndex: Math.min(92, Math.max(12, 2 * Math.round(worst * 3 + chance.whole(0, 9)))) }
      : {}),
  };
}

/** How often, with what relief, in what dose. */
export function careDetails(chance: Chance, kind: CareTried['kind']): Partial<CareTried> {
  if (kind === 'injection')
    return { count: chance.whole(1, 3), reliefPercent: chance.pick([0, 10, 20, 30, 30, 50, 'unknown' as const]) };
  return kind === 'opioid' ? { mmePerDay: chance.pick([10, 15, 20, 30, 45]) } : {};
}

export function operation(chance: Chance, region: Ailment['region'], year: number): Operation {
  const [procedure, levels, hasHardware] = chance.pick(region === 'cervical' ? NECK : BACK);
  return {
    procedure,
    levels,
    hasHardware,
    year: chance.of(0.12) ? 'unknown' : year - chance.whole(1, 18),
    isSameSite: chance.among({ yes: 45, no: 40, unknown: 15 }),
  };
}

export function homeAndHealth(chance: Chance, { sleepApnea }: Fitness): Partial<Fitness> {
  if (!chance.of(0.4)) return {};
  const yes = (percent: number) => (chance.of(percent / 100) ? 'yes' : 'no');
  return {
    ...(sleepApnea === 'yes' ? { cpap: yes(70) } : {}),
    heartDisease: yes(9),
    lungDisease: yes(6),
    kidneyDisease: yes(4),
    latexAllergy: yes(3),
    contrastAllergy: yes(3),
    implant: yes(5),
    livesAlone: yes(22),
    travelMinutes: chance.pick([15, 20, 25, 30, 40, 45, 60, 90]),
  };
}

/** What a link in an advertisement tells of itself. */
export const cameBy = (chance: Chance): Partial<Source> => ({
  utmSource: chance.pick(['google', 'google', 'bing', 'facebook']),
  utmMedium: chance.pick(['cpc', 'cpc', 'organic']),
  landingPage: '/free-mri-review',
});

export const RADIOLOGISTS = ['H. Albrecht, MD', 'S. Nakamura, MD', 'D. Oyelaran, MD', 'C. Whitfield, DO'];
const LEG = [
  'buttock, back of the thigh, outer calf, big toe',
  'back of the calf to the heel and the little toe',
  'front of the thigh to the knee',
  'outer thigh and shin',
];
const ARM = [
  'shoulder blade, back of the arm, middle finger',
  'outer arm to the thumb',
  'inner forearm, little finger',
];
type Done = readonly [procedure: string, levels: string, hasHardware: YesNo];
const BACK: readonly Done[] = [
  ['laminectomy', 'L4-L5', 'no'],
  ['microdiscectomy', 'L5-S1', 'no'],
  ['fusion', 'L4-S1', 'yes'],
  ['discectomy', 'not known', 'no'],
];
const NECK: readonly Done[] = [
  ['ACDF', 'C5-C6', 'yes'],
  ['ACDF', 'C5-C7', 'yes'],
  ['laminectomy', 'L4-L5', 'no'],
  ['posterior foraminotomy', 'C6-C7', 'no'],
];
