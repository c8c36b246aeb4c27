import type { Verdict } from '@/lib/domain/candidacy';
import type { Region } from '@/lib/domain/intake';
import type { Family, Level } from '@/lib/domain/procedures';
import type { Chance } from './chance';

/** What ails a person, as the surgeon will find it. Nobody in the house knows it beforehand; it keeps story, report and answer in step. */
export type Finding =
  | 'herniation'
  | 'stenosis'
  | 'foraminal'
  | 'slip'
  | 'facet'
  | 'collapse'
  | 'many'
  | 'mild'
  | 'joint';
export type Ailment = {
  readonly region: Exclude<Region, 'unknown'>;
  readonly finding: Finding;
  readonly level: Level;
  /** Where the images show it; `felt` is where the person says it hurts. */
  readonly side: 'left' | 'right' | 'both';
  readonly felt: 'left' | 'right' | 'both';
  readonly pain: 'back' | 'neck' | 'leg' | 'arm';
  readonly months: number;
  readonly worst: number;
  /** Hip, shoulder or nerve: it only looks like the spine. */
  readonly isElsewhere: boolean;
};
export type Outlook = {
  readonly verdict: Verdict | null;
  readonly family: Family | null;
  readonly reason: string | null;
};

export function ailment(chance: Chance, { verdict, family, reason }: Outlook, age: number): Ailment {
  const region = regionOf(chance, family);
  const finding = findingOf(
    chance,
    region,
    family,
    verdict === 'not_candidate' || verdict === 'not_now' ? reason : null,
    age,
    verdict === 'needs_exam',
  );
  const radiates =
    finding === 'mild' || finding === 'facet' || finding === 'collapse'
      ? 0.15
      : family === 'decompression'
        ? 0.96
        : 0.76;
  const isLimb = region !== 'thoracic' && finding !== 'joint' && chance.of(radiates);
  const pain = region === 'cervical' ? (isLimb ? 'arm' : 'neck') : isLimb ? 'leg' : 'back';
  const side = chance.among({ left: 42, right: 42, both: finding === 'stenosis' || finding === 'many' ? 40 : 10 });
  const isShort = reason === 'CC_SHORT' || reason === 'IMPROVED';
  return {
    region,
    finding,
    pain,
    side,
    level: levelOf(chance, region, finding, family, age),
    felt: reason === 'MISMATCH' && side !== 'both' ? (side === 'left' ? 'right' : 'left') : side,
    months: isShort ? chance.whole(1, 4) : Math.min(400, Math.max(1, Math.round(chance.lognormal(15, 1)))),
    worst: Math.min(
      10,
      Math.max(reason === 'IMPROVED' ? 1 : 2, Math.round(chance.normal(reason === 'IMPROVED' ? 3.5 : 7.2, 1.7))),
    ),
    isElsewhere: reason === 'NON_SPINAL',
  };
}

function regionOf(chance: Chance, family: Family | null): Ailment['region'] {
  if (family === 'stabilization') return chance.among({ lumbar: 54, cervical: 38, si: 8 });
  if (family === 'decompression') return chance.among({ lumbar: 84, cervical: 16 });
  return chance.among({ lumbar: 70, cervical: 27, si: 2, thoracic: 1.4 });
}

function findingOf(
  chance: Chance,
  region: Ailment['region'],
  family: Family | null,
  reason: string | null,
  age: number,
  isLikely: boolean,
): Finding {
  if (region === 'si') return 'joint';
  if (reason === 'NO_TARGET' || reason === 'NON_SPINAL' || reason === 'OTHER')
    return chance.of(0.85) ? 'mild' : 'facet';
  if (reason === 'INPATIENT_NEEDED') return 'many';
  if (region === 'thoracic') return 'mild';
  if (family === 'stabilization')
    return region === 'cervical' ? 'herniation' : chance.among({ slip: 74, collapse: 26 });
  if (family === 'decompression')
    return region === 'cervical'
      ? chance.among({ foraminal: 72, stenosis: 20, facet: 8 })
      : chance.among({ herniation: age < 55 ? 66 : 30, stenosis: age < 55 ? 10 : 48, foraminal: 13, facet: 6 });
  return chance.among({
    herniation: age < 55 ? 38 : 20,
    stenosis: age < 55 ? 8 : 28,
    foraminal: 16,
    slip: age < 50 ? 3 : 11,
    facet: 8,
    collapse: 5,
    mild: isLikely ? 0 : 20,
  });
}

const LUMBAR: readonly (readonly [Level, number])[] = [
  ['L5-S1', 42],
  ['L4-L5', 43],
  ['L3-L4', 10],
  ['L2-L3', 4],
  ['L1-L2', 1],
];
const LUMBAR_LATE: readonly (readonly [Level, number])[] = [
  ['L4-L5', 56],
  ['L3-L4', 22],
  ['L5-S1', 14],
  ['L2-L3', 7],
  ['L1-L2', 1],
];
const CERVICAL: readonly (readonly [Level, number])[] = [
  ['C5-C6', 40],
  ['C6-C7', 34],
  ['C4-C5', 15],
  ['C3-C4', 7],
  ['C7-T1', 3],
  ['C2-C3', 1],
];

function levelOf(
  chance: Chance,
  region: Ailment['region'],
  finding: Finding,
  family: Family | null,
  age: number,
): Level {
  if (region === 'si') return 'SI';
  if (region === 'thoracic') return chance.pick(['T7-T8', 'T8-T9', 'T10-T11', 'T11-T12']);
  if (region === 'cervical')
    return chance.weighted(CERVICAL.filter(([level]) => family === null || (level !== 'C2-C3' && level !== 'C7-T1')));
  const isLate = finding === 'stenosis' || finding === 'many' || (finding === 'slip' && chance.of(0.6)) || age > 60;
  return chance.weighted((isLate ? LUMBAR_LATE : LUMBAR).filter(([level]) => finding !== 'slip' || level !== 'L1-L2'));
}
