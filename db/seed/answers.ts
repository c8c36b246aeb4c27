import type { DecisionDraft, IMAGES_REVIEWED_ON, PlannedProcedure, Verdict } from '@/lib/domain/candidacy';
import { levelsOf, type ProcedureCode, type ProcedureSide } from '@/lib/domain/procedures';
import type { Ailment, Outlook } from './ailments';
import { ANSWERS, NEEDED } from './answer-words';
import type { Chance, Slots } from './chance';
import type { Somebody } from './people';

export type Answer = DecisionDraft & { readonly imagesReviewedOn: (typeof IMAGES_REVIEWED_ON)[number] };

/** What the surgeon marks, and says to the person in plain words. */
export function answer(
  chance: Chance,
  who: Somebody,
  ailment: Ailment,
  outlook: Outlook & { verdict: Verdict },
): Answer {
  const { verdict, reason } = outlook;
  const procedures =
    verdict === 'candidate' || (verdict === 'needs_exam' && chance.of(0.6))
      ? planned(chance, ailment, outlook, who.age)
      : [];
  const needs =
    verdict === 'cannot_tell'
      ? chance.pick(TO_TELL)
      : verdict === 'needs_exam'
        ? ['IN_PERSON_EXAM', ...(chance.of(0.4) ? [chance.pick(['FLEXEX_XR', 'EMG_NCS', 'DIAG_BLOCK'])] : [])]
        : [];
  const reasons =
    verdict === 'not_now' || verdict === 'not_candidate'
      ? [reason ?? 'NO_TARGET', ...(reason === 'NO_TARGET' && chance.of(0.15) ? ['MISMATCH'] : [])]
      : [];
  const conditions =
    verdict === 'candidate' || verdict === 'needs_exam'
      ? chance.shuffled(outlook.family === 'stabilization' ? [...CONDITIONS, ...FOR_IMPLANTS] : CONDITIONS).slice(
          0,
          chance.weighted([
            [0, 45],
            [1, 38],
            [2, 17],
          ] as const),
        )
      : [];
  return {
    verdict,
    procedures,
    reasons,
    needs,
    conditions,
    message: message(chance, who, ailment, outlook, needs, procedures),
    imagesReviewedOn: chance.among({
      clinic_pacs: 62,
      reference_viewer: 26,
      not_recorded: 8,
      report_only: verdict === 'cannot_tell' ? 12 : verdict === 'candidate' ? 0 : 3,
    }),
  };
}

function planned(chance: Chance, ailment: Ailment, { family }: Outlook, age: number): PlannedProcedure[] {
  const { level } = ailment;
  const fits = (code: ProcedureCode) => levelsOf(code).includes(level);
  const code = chance.pick(procedureFor(chance, ailment, family, age).filter(fits));
  const side: ProcedureSide = ['MTLF', 'ACDF', 'CDR', 'ISPS', 'LAMI', 'ALIF'].includes(code)
    ? 'midline'
    : code === 'LLIF'
      ? 'left'
      : ailment.side;
  const next = levelsOf(code)[levelsOf(code).indexOf(level) - 1];
  const isTwo = next !== undefined && ['LAMI', 'LAMO', 'ACDF', 'FRFA'].includes(code) && chance.of(0.22);
  return [{ code: code ?? 'LAMO', levels: isTwo ? [next, level] : [level], side }];
}

function procedureFor(
  chance: Chance,
  { region, finding }: Ailment,
  family: Outlook['family'],
  age: number,
): ProcedureCode[] {
  if (region === 'si') return ['SIJF'];
  if (region === 'cervical' && family === 'stabilization')
    return age < 58 && chance.of(0.45) ? ['CDR', 'ACDF'] : ['ACDF'];
  if (family === 'stabilization')
    return finding === 'collapse' ? ['ALIF', 'MTLF', 'LLIF'] : ['MTLF', 'MTLF', 'MTLF', 'LLIF'];
  if (finding === 'herniation') return region === 'cervical' ? ['FORA'] : chance.of(0.8) ? ['MDIS'] : ['EDIS'];
  if (finding === 'foraminal') return ['FORA'];
  if (finding === 'facet') return ['FRFA'];
  return chance.of(0.14) && age >= 45 && region === 'lumbar' ? ['ISPS', 'LAMO'] : ['LAMO', 'LAMI'];
}

function message(
  chance: Chance,
  { person }: Somebody,
  ailment: Ailment,
  { verdict, reason, family }: Outlook,
  needs: readonly string[],
  procedures: readonly PlannedProcedure[],
): string {
  const { region, felt, pain } = ailment;
  const slots: Slots = {
    name: person.firstName,
    level: ailment.level.replace('-', ' to '),
    side: ailment.side === 'both' ? 'on both sides' : `on the ${ailment.side}`,
    limb:
      pain === 'leg'
        ? `${felt === 'both' ? 'leg' : `${felt} leg`} pain`
        : pain === 'arm'
          ? `${felt === 'both' ? 'arm' : `${felt} arm`} pain`
          : pain === 'neck'
            ? 'neck pain'
            : 'back pain',
    part: region === 'cervical' ? 'neck' : region === 'thoracic' ? 'mid back' : 'lower back',
    seen: SEEN[ailment.finding],
    need: needs.map((code) => NEEDED[code] ?? code).join(' and '),
    also: needs
      .filter((code) => code !== 'IN_PERSON_EXAM')
      .map((code) => `, with ${NEEDED[code] ?? code}`)
      .join(''),
    small:
      family === 'stabilization'
        ? ['a stabilization procedure', 'an outpatient stabilization', 'a one-level stabilization']
        : ['a small decompression', 'an outpatient decompression', 'a decompression through a small incision'],
    what: PLAIN[procedures[0]?.code ?? ''] ?? 'an outpatient procedure',
  };
  const words =
    verdict === 'not_now' || verdict === 'not_candidate'
      ? (ANSWERS.no[reason ?? 'NO_TARGET'] ?? ANSWERS.other)
      : ANSWERS[verdict ?? 'cannot_tell'];
  return `${chance.tell(words, slots)}${chance.of(0.55) ? ` ${chance.tell(ANSWERS.limits, slots)}` : ''}${chance.of(0.3) ? ` ${chance.tell(ANSWERS.safety, slots)}` : ''}`;
}

const TO_TELL = [
  ['NEW_MRI'],
  ['NEW_MRI'],
  ['FLEXEX_XR'],
  ['MRI_REPORT'],
  ['EMG_NCS'],
  ['INJ_RECORDS'],
  ['PT_RECORDS'],
  ['OP_NOTES'],
  ['STANDING_XR'],
  ['NEW_MRI', 'OP_NOTES'],
  ['CT'],
];
const CONDITIONS = [
  'HbA1c below 8 first',
  'Written plan for the blood thinner',
  'An adult at home for 24 hours',
  'Medical clearance by primary care',
  'Weight stable or lower',
  'Therapy records to the consult',
  'Medication list to the consult',
];
const FOR_IMPLANTS = [
  'Bone density before an implant',
  'Nicotine-free for 6 weeks',
  'Flexion-extension X-ray before the consult',
];
const SEEN: Record<Ailment['finding'], readonly string[]> = {
  herniation: [
    'a piece of disc touching a nerve {side}',
    'a disc herniation pressing on a nerve {side}',
    'a disc bulging out {side} against the nerve',
  ],
  stenosis: [
    'narrowing of the canal the nerves run through',
    'a tight spinal canal',
    'crowding of the nerves by thickened joints and ligament',
  ],
  foraminal: ['a tight opening where the nerve leaves the spine {side}', 'bone narrowing the nerve exit {side}'],
  slip: [
    'one vertebra slipped slightly forward on the next, with narrowing',
    'a small slip of one bone on another, which tightens the canal',
  ],
  facet: ['worn and inflamed small joints', 'arthritis of the small joints {side}'],
  collapse: ['a disc that has lost almost all of its height', 'a worn-out disc with irritated bone beside it'],
  many: ['narrowing at several levels with a curve of the spine', 'wear at many levels at once'],
  mild: ['changes that are common at your age', 'mild wear and no pressure on a nerve'],
  joint: ['wear in the joint between spine and pelvis', 'a worn sacroiliac joint {side}'],
};
const PLAIN: Readonly<Record<string, string>> = {
  MDIS: 'removing the piece of disc through a small incision',
  EDIS: 'removing the piece of disc through a tube about as wide as a pencil',
  LAMO: 'opening a small window in the bone to give the nerves room',
  LAMI: 'taking away a part of the bone roof so that the nerves have room',
  FORA: 'widening the opening where the nerve leaves',
  ISPS: 'a small spacer that keeps the canal open',
  FRFA: 'calming the nerves of the small joints with heat',
  MTLF: 'steadying the two bones with a cage and screws through small incisions',
  LLIF: 'steadying the level from the side',
  ALIF: 'replacing the worn disc with a cage from the front',
  ACDF: 'taking out the disc from the front of the neck and fusing that level',
  CDR: 'replacing the disc in the neck with a moving one',
  SIJF: 'fixing the joint with small implants',
};
