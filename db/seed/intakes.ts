import type { MissingItem } from '@/lib/domain/completeness';
import type { CareTried, Fitness, Imaging, Insurance, Intake } from '@/lib/domain/intake';
import { RED_FLAG_CODES, type Urgency } from '@/lib/domain/red-flags';
import type { Ailment, Outlook } from './ailments';
import type { Chance } from './chance';
import { flagAnswers } from './flags';
import type { Somebody } from './people';
import { CAMPAIGNS, FACILITIES, PAYERS, REFERRERS } from './places';
import { report } from './reports';
import { goal, story, work } from './story';

const MONTH = 30.44 * 86_400_000;
/** What a first call can clear up, and what has to be sent. */
export const ASKED_BY_PHONE: readonly MissingItem[] = ['consent', 'red_flags', 'pain', 'conservative_care', 'state'];

export type Telling = {
  /** As it came in. */
  readonly told: Intake;
  /** With everything that was still missing, as it arrived that day. */
  readonly full: (arrived: Date) => Intake;
  readonly lacks: readonly MissingItem[];
};

/** An intake and what it lacks. `lacks` is decided by the life ahead of it. */
export function telling(chance: Chance, who: Somebody, ailment: Ailment, outlook: Outlook, urgency: Urgency, lacks: readonly MissingItem[], at: Date): Telling {
  const { answers, raisedBy } = flagAnswers(chance, urgency, ailment);
  const care = careTried(chance, ailment, outlook.reason);
  const facility = chance.pick(FACILITIES);
  const scan = (ageMonths: number) => new Date(at.getTime() - ageMonths * MONTH).toISOString().slice(0, 10);
  const recent = scan(chance.of(0.76) ? chance.between(0.1, 5.9) : chance.between(6.1, 11.6));
  const old = scan(chance.between(12.5, 40));
  const images = (studyDate: string): Imaging => ({
    modality: 'MR', region: ailment.region, studyDate, facility, supplied: chance.weighted([['upload', 55], ['link', 20], ['cd', 25]] as const),
  });
  const without: Imaging[] = chance.of(0.68) ? [{ modality: 'MR', region: ailment.region, studyDate: recent, facility, supplied: 'report_only' }] : chance.of(0.4) ? [{ modality: 'XR', region: ailment.region, supplied: 'none' }] : [];
  const outdated = lacks.includes('mri_outdated');
  const shown = images(outdated ? old : recent);
  const xray: Imaging[] = chance.of(0.12) ? [{ modality: 'XR', region: ailment.region, studyDate: recent, facility, supplied: 'upload' }] : [];
  const isHeld = (item: MissingItem) => !lacks.includes(item);

  const full: Intake = {
    person: who.person,
    consents: { review: true, phone: chance.of(0.93), text: chance.of(0.55), email: who.person.email !== undefined && chance.of(0.7) },
    complaint: complaintOf(chance, who, ailment, care, raisedBy),
    redFlags: answers,
    conservativeCare: care,
    imaging: [lacks.includes('mri_images') ? images(recent) : shown, ...xray],
    report: { text: report(chance, ailment, lacks.includes('mri_images') ? recent : (shown.studyDate ?? recent), facility) },
    ...extras(chance, ailment, outlook),
    source: sourceOf(chance, who),
  };
  const { dominantPain: _, worstPain: __, ...vague } = full.complaint;
  const { state: ___, ...stateless } = who.person;
  const { report: ____, ...unreported } = full;
  const keepsReport = isHeld('report') || (lacks.includes('mri_images') && without[0]?.supplied === 'report_only');
  const told: Intake = {
    ...(keepsReport ? full : unreported),
    ...(isHeld('mri_images') ? {} : { imaging: without }),
    ...(isHeld('consent') ? {} : { consents: { ...full.consents, review: false } }),
    ...(isHeld('pain') ? {} : { complaint: vague }),
    ...(isHeld('state') ? {} : { person: stateless }),
    ...(isHeld('conservative_care') ? {} : { conservativeCare: [] }),
    ...(isHeld('red_flags') ? {} : { redFlags: Object.fromEntries(Object.entries(answers).filter(([code]) => code === raisedBy || RED_FLAG_CODES.indexOf(code) % 3 === 0)) }),
  };
  const renewed = (arrived: Date): Intake => ({ ...full, imaging: [...full.imaging, { ...shown, studyDate: new Date(arrived.getTime() - 2 * 86_400_000).toISOString().slice(0, 10), supplied: 'upload' }] });
  return { told, full: outdated ? renewed : () => full, lacks };
}

function complaintOf(chance: Chance, who: Somebody, ailment: Ailment, care: readonly CareTried[], raisedBy: string | null): Intake['complaint'] {
  const isLimb = ailment.pain === 'leg' || ailment.pain === 'arm';
  return {
    region: ailment.region, dominantPain: ailment.pain, side: ailment.felt, durationMonths: ailment.months, worstPain: ailment.worst,
    averagePain: Math.max(0, ailment.worst - chance.whole(1, 3)),
    numbness: isLimb && chance.of(0.65) ? 'yes' : chance.of(0.1) ? 'unknown' : 'no',
    weakness: raisedBy?.startsWith('MOT') ? 'yes' : chance.of(0.15) ? 'unknown' : 'no',
    betterBendingForward: ailment.finding === 'stenosis' ? 'yes' : chance.pick(['no', 'no', 'yes', 'unknown']),
    walkingLimit: ailment.finding === 'stenosis' ? chance.pick(['under_50_ft', 'under_100_m', '100_to_500_m']) : chance.pick(['100_to_500_m', 'over_500_m', 'over_500_m', 'unknown']),
    ...(chance.of(0.7) ? { work: work(chance, who.age) } : {}),
    ...(chance.of(0.75) ? { goal: goal(chance, who.age) } : {}),
    story: story(chance, who, ailment, care, raisedBy),
  };
}

function careTried(chance: Chance, ailment: Ailment, reason: string | null): CareTried[] {
  const isShort = reason === 'CC_SHORT';
  const kinds = [['physical_therapy', 75], ['medication', 92], ['injection', 55], ['stretching', 80], ['hot_cold', 85], ['chiropractic', 22], ['other', 14]] as const;
  const most = isShort || ailment.months < 2 ? 4 : 26;
  const tried = kinds.filter(([kind, percent]) => chance.of((percent / 100) * (isShort && (kind === 'physical_therapy' || kind === 'injection') ? 0.3 : 1)));
  return (tried.length > 0 ? tried : [kinds[1]]).map(([kind]) => ({
    kind, weeks: chance.of(0.06) ? 'unknown' : chance.whole(isShort ? 1 : 3, Math.max(4, Math.min(most, ailment.months * 4))),
    effect: chance.weighted(reason === 'IMPROVED' ? [['good', 70], ['little', 30]] as const : [['none', 34], ['little', 48], ['good', 10], ['unknown', 8]] as const),
  }));
}

function extras(chance: Chance, ailment: Ailment, { reason }: Outlook): Pick<Intake, 'priorSurgery' | 'fitness' | 'insurance'> {
  const had = chance.of(0.18);
  return {
    ...(chance.of(0.85) ? { priorSurgery: had ? { had: 'yes', detail: chance.pick(PRIOR[ailment.region === 'cervical' ? 'neck' : 'back']) } : { had: chance.of(0.03) ? 'unknown' : 'no' } } : {}),
    ...(chance.of(0.72) || reason === 'MED_RISK' ? { fitness: fitness(chance, reason === 'MED_RISK') } : {}),
    ...(chance.of(0.6) ? { insurance: insurance(chance) } : {}),
  };
}

function fitness(chance: Chance, isRisk: boolean): Fitness {
  const heightCm = Math.round(chance.normal(169, 9));
  const bmi = isRisk ? chance.between(36, 47) : Math.max(18, chance.normal(29.5, 5.5));
  const yes = (percent: number) => (chance.of(percent / 100) ? 'yes' : 'no');
  const diabetes = yes(isRisk ? 55 : 16);
  return {
    heightCm, weightKg: Math.round(bmi * (heightCm / 100) ** 2), nicotine: yes(18), diabetes,
    ...(diabetes === 'yes' ? { hba1c: chance.of(0.2) ? 'unknown' : Math.round(Math.max(5.4, chance.normal(isRisk ? 8.9 : 7.1, 1.2)) * 10) / 10 } : {}),
    sleepApnea: yes(isRisk ? 45 : 12), anticoagulant: yes(7), opioid: yes(35), osteoporosis: yes(8), escort: chance.weighted([['yes', 82], ['unknown', 13], ['no', 5]] as const),
    ...(chance.of(0.3) ? { detail: chance.pick(isRisk ? RISKS : CONDITIONS) } : {}),
  };
}

function insurance(chance: Chance): Insurance {
  const planType = chance.weighted([['commercial', 52], ['medicare', 28], ['workers_comp', 5], ['auto', 4], ['medicaid', 4], ['self_pay', 7]] as const);
  return { planType, injuryClaim: planType === 'workers_comp' || planType === 'auto' ? 'yes' : 'no', ...(planType === 'self_pay' ? {} : { payer: chance.pick(PAYERS), memberId: `DEMO${chance.whole(100_000, 999_999)}` }) };
}

function sourceOf(chance: Chance, { speaks }: Somebody): Intake['source'] {
  const channel = chance.weighted([['web', 55], ['phone', 20], ['referral', 15], ['api', 6], ['import', 4]] as const);
  if (channel === 'referral') return { channel, referrer: chance.pick(REFERRERS) };
  if (channel === 'web' && chance.of(0.6)) return { channel, campaign: speaks === 'es' ? 'es-buscar-dolor-espalda' : chance.pick(CAMPAIGNS.filter((name) => !name.startsWith('es-'))) };
  return { channel };
}

const PRIOR = {
  back: ['laminectomy L4-5, 2014', 'microdiscectomy L5-S1 six years ago', 'fusion L4-S1, 2018, hardware in place', 'discectomy as a teenager, level unknown', 'rhizotomy last year'],
  neck: ['ACDF C5-6, 2016', 'ACDF C5-7 with plate, 2011', 'laminectomy L4-5, 2014', 'posterior foraminotomy, right C6-7'],
};
const CONDITIONS = ['high blood pressure, controlled', 'hypothyroid', 'asthma, inhaler as needed', 'stent eight years ago, on aspirin', 'rheumatoid arthritis', 'anxiety, treated', 'penicillin allergy', 'latex allergy', 'knee replacement, left', 'atrial fibrillation', 'sleep study pending'];
const RISKS = ['heart failure, sees cardiology every three months', 'COPD, oxygen at night', 'stroke in spring', 'stent four months ago', 'kidney disease stage 4', 'BMI above 40, sleep apnea without CPAP'];
