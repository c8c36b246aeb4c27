import type { RedFlagAnswer } from '@/lib/domain/intake';
import { RED_FLAG_QUESTIONS, type Urgency } from '@/lib/domain/red-flags';
import type { Ailment } from './ailments';
import type { Chance } from './chance';

const SCRIPT = RED_FLAG_QUESTIONS.filter((question) => !question.isVolunteered).map((question) => question.code);

/** The script answered so that it raises exactly that urgency, and the code that raises it. */
export function flagAnswers(
  chance: Chance,
  urgency: Urgency,
  ailment: Ailment,
): { answers: Record<string, RedFlagAnswer>; raisedBy: string | null } {
  const answers: Record<string, RedFlagAnswer> = Object.fromEntries(SCRIPT.map((code) => [code, 'no' as const]));
  const raisedBy = urgency === 'routine' ? null : chance.pick(codesFor(urgency, ailment));
  if (raisedBy) answers[raisedBy] = chance.of(0.78) ? 'yes' : 'not_sure';
  // Old weakness goes along with much else and raises nothing further, but with cancer or fever it does.
  if (raisedBy && raisedBy !== 'MOT2' && chance.of(0.15) && !isGraverWithDeficit(raisedBy)) answers.MOT2 = 'yes';
  return { answers, raisedBy };
}

/** Cancer or fever: any weakness or numbness beside it is an emergency. */
export function isGraverWithDeficit(raisedBy: string | null): boolean {
  return raisedBy === 'TUM1' || raisedBy === 'INF1';
}

function codesFor(urgency: Urgency, { region, finding, felt, worst }: Ailment): readonly string[] {
  const isNeck = region === 'cervical';
  if (urgency === 'emergency')
    return isNeck ? ['CES2', 'CES5', 'VAS1'] : ['CES1', 'CES2', 'CES2', 'CES3', 'CES5', 'CES5'];
  if (urgency === 'same_day')
    return (
      isNeck
        ? ['MYE1', 'MYE1', 'MYE2', 'MOT1', 'TUM1', 'INF2']
        : ['MOT1', 'MOT1', 'TUM1', 'TUM1', 'INF1', 'INF2', 'INF2', 'FRX2', 'MYE2']
    ).filter(
      (code) =>
        (code !== 'MOT1' || felt !== 'both') &&
        (code !== 'INF1' || worst < 7) &&
        (!isGraverWithDeficit(code) || finding !== 'stenosis'),
    );
  return ['MOT2', 'MOT2', 'MOT2', 'TUM2'];
}

/** How the person puts it, so that the story and the answers agree. */
export const SAID: Readonly<Record<string, readonly string[]>> = {
  CES1: [
    'Since {since} it feels numb where I sit and wiping feels different.',
    'There is numbness between my legs that was not there before {since}.',
  ],
  CES2: [
    'Since {since} I have trouble starting to pee and I am not sure my bladder empties.',
    'I have had a few leaks since {since}, I did not feel it coming.',
  ],
  CES3: ['Twice since {since} I did not make it to the bathroom, I just did not feel it.'],
  CES4: ['Also there is a loss of feeling down there since {since}, I am embarrassed to write it.'],
  CES5: [
    'Now both legs are numb and weak, it was only one side before {since}.',
    'Since {since} both legs tingle from the hips down and feel like rubber.',
  ],
  MOT1: [
    'The {limb} on that side is getting weaker since {since}.',
    'Since {since} I can see that the {limb} gives way.',
  ],
  MOT2: [
    'The {limb} has been a bit weaker for years, it does not change.',
    'One side has been weaker since the first episode, always the same.',
    'Some weakness in that {limb}, old, my doctor knows about it.',
  ],
  MYE1: ['I have trouble with buttons and my handwriting has changed.', 'I keep dropping my keys and cups.'],
  MYE2: [
    'I am unsteady on my feet and fell once since {since}.',
    'When I bend my neck I get an electric shock down my back.',
  ],
  TUM1: [
    'I had breast cancer eight years ago, in remission. This pain is different and wakes me up.',
    'I was treated for prostate cancer and this pain is new.',
    'I had a melanoma removed some years back, the pain is worse at night.',
  ],
  TUM2: ['I have lost weight without trying, maybe ten pounds.', 'At night no position helps.'],
  INF1: ['I have had chills and a temperature on and off since {since}.'],
  INF2: [
    'I had an epidural injection three weeks ago.',
    'I take a medication that lowers my immune system for rheumatoid arthritis.',
    'I am on dialysis three times a week.',
  ],
  FRX1: ['It all started with a car accident {since}.'],
  FRX2: [
    'I have osteoporosis and lifted a heavy planter just before it began.',
    'I slipped in the kitchen {since}, and I have taken prednisone for years.',
  ],
  VAS1: ['Yesterday there was a sudden tearing pain through to the belly and I nearly fainted.'],
};
