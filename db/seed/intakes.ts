import type { MissingItem } from '@/lib/domain/completeness';
import type { CareTried, Intake } from '@/lib/domain/intake';
import { RED_FLAG_CODES, type Urgency } from '@/lib/domain/red-flags';
import type { Ailment, Outlook } from './ailments';
import { background, careTried, sourceOf } from './background';
import type { Chance } from './chance';
import { painDetails, RADIOLOGISTS } from './details';
import { flagAnswers, isGraverWithDeficit } from './flags';
import { scans } from './imaging';
import type { Somebody } from './people';
import { report } from './reports';
import { goal, story, work } from './story';

/** What a call can clear up; the rest has to be sent. */
export const ASKED_BY_PHONE: readonly MissingItem[] = [
  'consent',
  'red_flags',
  'mri_date',
  'pain',
  'conservative_care',
  'prior_surgery',
  'state',
  'sex_at_birth',
  'preferred_channel',
];

/** An intake as it came in, and with everything that was missing as it arrived later. */
export type Telling = {
  readonly told: Intake;
  readonly full: (arrived: Date) => Intake;
  readonly lacks: readonly MissingItem[];
};
/** What the life ahead asks of the intake. */
export type Wanted = Outlook & { readonly urgency: Urgency; readonly lacks: readonly MissingItem[] };

export function telling(chance: Chance, who: Somebody, ailment: Ailment, wanted: Wanted, at: Date): Telling {
  const { lacks } = wanted;
  const { answers, raisedBy } = flagAnswers(chance, wanted.urgency, ailment);
  const care = careTried(chance, ailment, wanted.reason);
  const images = scans(chance, ailment, lacks, at);
  const whole: Intake = {
    person: who.person,
    consents: {
      privacyNotice: true,
      review: true,
      shareImages: true,
      ...(chance.of(0.5) ? { tellDoctor: chance.of(0.7), marketing: chance.of(0.3) } : {}),
      phone: chance.of(0.93),
      text: chance.of(0.55),
      email: who.person.email !== undefined && chance.of(0.7),
    },
    complaint: complaintOf(chance, who, ailment, care, raisedBy),
    redFlags: answers,
    conservativeCare: care,
    imaging: images.full(at),
    report: {
      text: report(chance, ailment, images.day, images.facility),
      radiologist: chance.pick(RADIOLOGISTS),
      date: images.day,
    },
    ...background(chance, ailment, wanted, at),
    source: sourceOf(chance, who),
  };
  const hasReport = !lacks.includes('report') || images.told[0]?.supplied === 'report_only';
  const told = withheld(
    { ...whole, imaging: [...images.told] },
    hasReport ? lacks.filter((item) => item !== 'report') : lacks,
    raisedBy,
  );
  return { told, full: (arrived) => ({ ...whole, imaging: images.full(arrived) }), lacks };
}

const NO_DEFICIT = { numbness: 'no', weakness: 'no', walkingLimit: 'over_500_m' } as const;

/** Without what it lacks; images are left out where they are drawn. */
function withheld(whole: Intake, lacks: readonly MissingItem[], raisedBy: string | null): Intake {
  const { dominantPain: _, worstPain: __, limbWorstPain: ___, ...vague } = whole.complaint;
  const { state: ____, ...stateless } = whole.person;
  const { report: _____, ...unreported } = whole;
  const asked = Object.entries(whole.redFlags).filter(
    ([code]) => code === raisedBy || RED_FLAG_CODES.indexOf(code) % 3 === 0,
  );
  const has = (item: MissingItem) => !lacks.includes(item);
  return {
    ...(has('report') ? whole : unreported),
    ...(has('consent') ? {} : { consents: { ...whole.consents, review: false } }),
    ...(has('pain') ? {} : { complaint: vague }),
    ...(has('state') ? {} : { person: stateless }),
    ...(has('conservative_care') ? {} : { conservativeCare: [] }),
    ...(has('red_flags') ? {} : { redFlags: Object.fromEntries(asked) }),
  };
}

function complaintOf(
  chance: Chance,
  who: Somebody,
  ailment: Ailment,
  care: readonly CareTried[],
  raisedBy: string | null,
): Intake['complaint'] {
  const isLimb = ailment.pain === 'leg' || ailment.pain === 'arm';
  return {
    region: ailment.region,
    dominantPain: ailment.pain,
    side: ailment.felt,
    durationMonths: ailment.months,
    ...painDetails(chance, ailment),
    numbness: isLimb && chance.of(0.65) ? 'yes' : chance.of(0.1) ? 'unknown' : 'no',
    weakness: raisedBy?.startsWith('MOT') ? 'yes' : chance.of(0.15) ? 'unknown' : 'no',
    betterBendingForward: ailment.finding === 'stenosis' ? 'yes' : chance.pick(['no', 'no', 'yes', 'unknown']),
    walkingLimit:
      ailment.finding === 'stenosis'
        ? chance.pick(['under_50_ft', 'under_100_m', '100_to_500_m'])
        : chance.pick(['100_to_500_m', 'over_500_m', 'over_500_m', 'unknown']),
    ...(chance.of(0.7) ? { work: work(chance, who.age) } : {}),
    ...(chance.of(0.75) ? { goal: goal(chance, who.age) } : {}),
    story: story(chance, who, ailment, care, raisedBy),
    ...(isGraverWithDeficit(raisedBy) ? NO_DEFICIT : {}),
  };
}
