import type { CareTried, Fitness, Insurance, Intake } from '@/lib/domain/intake';
import type { Ailment, Outlook } from './ailments';
import type { Chance } from './chance';
import { cameBy, careDetails, homeAndHealth, operation } from './details';
import type { Somebody } from './people';
import { CAMPAIGNS, PAYERS, REFERRERS } from './places';

/** What has been tried so far. */
export function careTried(chance: Chance, ailment: Ailment, reason: string | null): CareTried[] {
  const isShort = reason === 'CC_SHORT';
  const kinds = [
    ['physical_therapy', 75],
    ['medication', 70],
    ['nsaid', 40],
    ['nerve_medication', 30],
    ['opioid', 18],
    ['injection', 55],
    ['stretching', 80],
    ['hot_cold', 85],
    ['chiropractic', 22],
    ['other', 14],
  ] as const;
  const most = isShort || ailment.months < 2 ? 4 : 26;
  const tried = kinds.filter(([kind, percent]) =>
    chance.of((percent / 100) * (isShort && (kind === 'physical_therapy' || kind === 'injection') ? 0.3 : 1)),
  );
  return (tried.length > 0 ? tried : [kinds[1]]).map(([kind]) => ({
    kind,
    weeks: chance.of(0.06) ? 'unknown' : chance.whole(isShort ? 1 : 3, Math.max(4, Math.min(most, ailment.months * 4))),
    effect: chance.weighted(
      reason === 'IMPROVED'
        ? ([
            ['good', 70],
            ['little', 30],
          ] as const)
        : ([
            ['none', 34],
            ['little', 48],
            ['good', 10],
            ['unknown', 8],
          ] as const),
    ),
    ...careDetails(chance, kind),
  }));
}

/** Earlier operations, general health and cover, as far as they were asked. */
export function background(
  chance: Chance,
  ailment: Ailment,
  { reason }: Outlook,
  at: Date,
): Pick<Intake, 'priorSurgery' | 'fitness' | 'insurance'> {
  return {
    priorSurgery: chance.of(0.18)
      ? { had: 'yes', operations: [operation(chance, ailment.region, at.getFullYear())] }
      : { had: chance.of(0.03) ? 'unknown' : 'no' },
    ...(chance.of(0.72) || reason === 'MED_RISK' ? { fitness: healthOf(chance, reason === 'MED_RISK') } : {}),
    ...(chance.of(0.6) ? { insurance: insurance(chance) } : {}),
  };
}

function healthOf(chance: Chance, isRisk: boolean): Fitness {
  const asked = fitness(chance, isRisk);
  return { ...asked, ...homeAndHealth(chance, asked) };
}

function fitness(chance: Chance, isRisk: boolean): Fitness {
  const heightCm = Math.round(chance.normal(169, 9));
  const bmi = isRisk ? chance.between(36, 47) : Math.max(18, chance.normal(29.5, 5.5));
  const yes = (percent: number) => (chance.of(percent / 100) ? 'yes' : 'no');
  const diabetes = yes(isRisk ? 55 : 16);
  return {
    heightCm,
    weightKg: Math.round(bmi * (heightCm / 100) ** 2),
    nicotine: yes(18),
    diabetes,
    ...(diabetes === 'yes'
      ? {
          hba1c: chance.of(0.2)
            ? 'unknown'
            : Math.round(Math.max(5.4, chance.normal(isRisk ? 8.9 : 7.1, 1.2)) * 10) / 10,
        }
      : {}),
    sleepApnea: yes(isRisk ? 45 : 12),
    anticoagulant: yes(7),
    opioid: yes(35),
    osteoporosis: yes(8),
    escort: chance.among({ yes: 82, unknown: 13, no: 5 }),
    ...(chance.of(0.3) ? { detail: chance.pick(isRisk ? RISKS : CONDITIONS) } : {}),
  };
}

function insurance(chance: Chance): Insurance {
  const planType = chance.among({ commercial: 52, medicare: 28, workers_comp: 5, auto: 4, medicaid: 4, self_pay: 7 });
  return {
    planType,
    injuryClaim: planType === 'workers_comp' || planType === 'auto' ? 'yes' : 'no',
    ...(planType === 'self_pay'
      ? {}
      : { payer: chance.pick(PAYERS), memberId: `DEMO${chance.whole(100_000, 999_999)}` }),
  };
}

export function sourceOf(chance: Chance, { speaks }: Somebody): Intake['source'] {
  const channel = chance.among({ web: 55, phone: 20, referral: 15, api: 6, import: 4 });
  if (channel === 'referral') return { channel, referrer: chance.pick(REFERRERS) };
  if (channel === 'web' && chance.of(0.6))
    return {
      channel,
      campaign:
        speaks === 'es' ? 'es-buscar-dolor-espalda' : chance.pick(CAMPAIGNS.filter((name) => !name.startsWith('es-'))),
      ...cameBy(chance),
    };
  return { channel };
}

const CONDITIONS = [
  'high blood pressure, controlled',
  'hypothyroid',
  'asthma, inhaler as needed',
  'stent eight years ago, on aspirin',
  'rheumatoid arthritis',
  'anxiety, treated',
  'penicillin allergy',
  'latex allergy',
  'knee replacement, left',
  'atrial fibrillation',
  'sleep study pending',
];
const RISKS = [
  'heart failure, sees cardiology every three months',
  'COPD, oxygen at night',
  'stroke in spring',
  'stent four months ago',
  'kidney disease stage 4',
  'BMI above 40, sleep apnea without CPAP',
];
