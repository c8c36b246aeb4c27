import type { CareTried } from '@/lib/domain/intake';
import type { Ailment } from './ailments';
import type { Chance, Slots } from './chance';
import { SAID } from './flags';
import type { Somebody } from './people';
import { ES } from './story-es';

/** What the person wrote, or what the coordinator took down on the phone. */
export function story(chance: Chance, who: Somebody, ailment: Ailment, care: readonly CareTried[], raisedBy: string | null): string {
  if (who.speaks === 'es' && chance.of(0.6)) return inSpanish(chance, ailment, raisedBy);
  const slots: Slots = { ...slotsOf(ailment, who.age), tried: triedWords(chance, care), since: ['last week', 'Sunday', 'about ten days ago', 'the weekend', 'two days ago'] };
  const sentences = [
    chance.tell(ailment.months > 24 ? LONG : OPENINGS, slots),
    chance.tell(ailment.isElsewhere ? ELSEWHERE : FEELS[ailment.pain], slots),
    ...(raisedBy ? [chance.tell(SAID[raisedBy] ?? ['{worse}'], slots)] : []),
    ...(chance.of(0.7) ? [chance.tell(ailment.finding === 'stenosis' ? WALKING : WORSE, slots)] : []),
    ...(care.length > 0 ? [chance.tell(TRIED, slots)] : []),
    ...(chance.of(0.65) ? [chance.tell(ENDS, slots)] : []),
  ];
  return sentences.join(' ');
}

export function goal(chance: Chance, age: number): string {
  return chance.pick(age > 62 ? GOALS_LATE : GOALS);
}

export function work(chance: Chance, age: number): string {
  return chance.pick(age > 66 ? ['retired teacher', 'retired', 'retired mail carrier', 'part-time at a garden center', 'retired nurse', 'cares for grandchildren'] : WORK);
}

function inSpanish(chance: Chance, ailment: Ailment, raisedBy: string | null): string {
  const slots: Slots = {
    months: ailment.months > 24 ? `${Math.round(ailment.months / 12)} años` : ailment.months === 1 ? 'un mes' : `${ailment.months} meses`,
    side: ailment.felt === 'left' ? 'izquierdo' : ailment.felt === 'right' ? 'derecho' : 'de los dos lados',
    worst: String(ailment.worst),
  };
  return [
    chance.tell(ES.openings, slots), chance.tell(ES.feels[ailment.pain], slots), ...(raisedBy ? [chance.tell(ES.alarm[raisedBy] ?? ES.other)] : []),
    chance.tell(ES.tried), ...(chance.of(0.6) ? [chance.tell(ES.ends)] : []),
  ].join(' ');
}

function triedWords(chance: Chance, care: readonly CareTried[]): string {
  const told = care.map(({ kind, weeks, effect }) => {
    const long = typeof weeks === 'number' ? ` for ${weeks > 20 ? `${Math.round(weeks / 4)} months` : `${weeks} weeks`}` : '';
    const helped = effect === 'good' ? ' which helped for a while' : effect === 'none' && chance.of(0.4) ? ' without any change' : '';
    return `${chance.pick(CARE_WORDS[kind])}${kind === 'injection' ? '' : long}${helped}`;
  });
  const some = chance.shuffled(told).slice(0, 3);
  return some.length > 1 ? `${some.slice(0, -1).join(', ')} and ${some[some.length - 1]}` : (some[0] ?? '');
}

function slotsOf({ region, felt, months, worst }: Ailment, age: number): Slots {
  const years = Math.round(months / 12);
  return {
    long: months > 20 ? [`${years} years`, `about ${years} years`, `going on ${years} years`] : months === 1 ? ['a month', 'about five weeks'] : [`${months} months`, `about ${months} months`],
    where: { lumbar: ['low back', 'lower back', 'back'], cervical: ['neck', 'neck and shoulder blade'], thoracic: ['mid back', 'back between the shoulder blades'], si: ['low back and buttock', 'right above the tailbone'] }[region],
    side: felt === 'both' ? 'both sides' : [`the ${felt}`, `the ${felt} side`],
    one: felt === 'both' ? 'both' : felt,
    worst: String(worst),
    trigger: age > 60 ? ['moving house', 'getting out of the tub', 'working in the yard', 'no reason I know of', 'a long drive to Georgia'] : ['lifting a washing machine', 'a deadlift at the gym', 'a long shift', 'shoveling mulch', 'picking up my toddler', 'no reason I know of', 'a fender bender', 'starting a desk job'],
    activity: ['sleep', 'drive more than half an hour', 'sit through a movie', 'do the dishes', 'tie my shoes', 'stand in line at the store', 'work a full day'],
    worse: ['sitting is the worst', 'it is worst in the morning', 'coughing shoots it down', 'standing still is worse than moving', 'evenings are worst', 'turning in bed wakes me'],
  };
}

const OPENINGS = [
  'I have had {where} pain for {long}, it started after {trigger}.', 'My {where} went out {long} ago after {trigger} and never came right.', 'It has been {long} of {where} pain.',
  '{long} ago I felt something pop after {trigger}.', 'Pain in the {where} since {long}, worst {worst} out of 10.', 'Started {long} ago with a stiff {where}, thought it would pass.',
];
const LONG = [
  'I have lived with {where} pain for {long}.', 'On and off {where} pain for {long}, the last months it does not go away.', '{long} of {where} trouble, a flare every spring and now it stays.',
  'This {where} problem goes back {long}, to {trigger}.', 'Chronic {where} pain, {long}.',
];
const FEELS: Record<Ailment['pain'], readonly string[]> = {
  leg: [
    'It runs down {side} into the calf and two toes tingle.', 'The leg is worse than the back now, {side}, like a hot wire to the ankle.', 'Burning from the buttock down {side} to the foot.',
    'Cramping in {side} of my legs when I walk, sitting helps.', 'Numb outer foot on {side}, and the thigh aches at night.', 'Sharp down the {one} leg, {worst} out of 10 on a bad day.',
  ],
  back: ['It stays in the middle, a band across the belt line.', 'Deep ache with a sharp catch on {side}, no leg pain to speak of.', 'Stiff for an hour every morning, {worst} on a bad day.', 'It locks when I straighten up.'],
  arm: [
    'It shoots down {side} to the thumb and first finger.', 'The {one} arm goes dead at night and the middle finger stays numb.', 'Pain behind the shoulder blade and down the {one} arm, I hold my hand on my head to ease it.',
    'Electric pain to the elbow on {side}, {worst} at worst.',
  ],
  neck: ['Turning the head to {side} is the worst, backing the car is hard.', 'Headaches at the back of the head with it, almost daily.', 'A grinding when I look up, ache into both shoulders.'],
};
const ELSEWHERE = ['It is mostly in the groin when I put on socks.', 'It hurts to lie on {side} and the hip gives out on stairs.', 'Both feet burn at night like stockings, the back itself is not so bad.', 'Raising the arm over the head is what hurts.'];
const WALKING = ['I can walk to the mailbox, then I have to sit down.', 'In the store I lean on the cart, that is the only way.', 'After ten minutes on my feet the legs give up, bending forward helps.', 'Standing in church is impossible, sitting is fine.'];
const WORSE = ['I cannot {activity} any more, and {worse}.', '{worse}.', 'I used to walk every day, now I cannot even {activity}.', 'It is hard to {activity}.', 'Some days I manage, other days I cannot {activity}.'];
const TRIED = ['I have done {tried}.', 'Tried {tried}.', 'So far {tried}.', 'My doctor had me on {tried}, then sent me for the MRI.', '{tried}, none of it lasted.', 'I did everything they told me: {tried}.'];
const ENDS = [
  'I was told fusion is the only way and I would like another opinion.', 'I am afraid of a big operation.', 'Please tell me if there is something smaller that can be done.', 'My doctor says to wait but I have waited long enough.', 'A friend of mine was helped by you.',
  'I just want an honest answer.', 'I am losing my job over this.', 'Not looking for more pills.', 'I can send the disc if the upload did not work.', 'Thank you for looking.', 'I do not drive far so please say if I have to come in.',
];
const CARE_WORDS: Record<CareTried['kind'], readonly string[]> = {
  stretching: ['stretching at home', 'the exercises from the sheet', 'yoga', 'pool exercise'], physical_therapy: ['physical therapy', 'PT', 'therapy twice a week'],
  medication: ['naproxen', 'gabapentin', 'ibuprofen and muscle relaxers', 'meloxicam', 'tramadol when it is bad', 'two steroid packs'],
  injection: ['an epidural', 'two epidural injections', 'three steroid shots', 'a nerve block'], hot_cold: ['ice and heat', 'a heating pad every night', 'cold packs'],
  chiropractic: ['the chiropractor', 'adjustments'], other: ['acupuncture', 'a brace', 'a TENS unit', 'massage', 'an inversion table'],
};
const GOALS = ['get back to work full duty', 'lift my kids', 'run again', 'sleep through a night', 'play softball on weekends', 'sit through a workday', 'avoid a fusion', 'get off pain medication', 'drive a truck again', 'garden again', 'walk the dog'];
const GOALS_LATE = ['walk a mile again', 'lift my grandchildren', 'play nine holes', 'travel to see my sister', 'stand to cook', 'stay independent', 'go fishing', 'walk on the beach', 'dance at a wedding in spring', 'work in the yard'];
const WORK = [
  'warehouse, lifting', 'teacher', 'nurse, 12 h shifts', 'truck driver, off since summer', 'office, sitting', 'self-employed painter', 'hair stylist, standing', 'mechanic', 'line cook', 'software, from home', 'home health aide', 'roofer, on light duty', 'real estate', 'hotel housekeeping',
  'electrician', 'looking for work', 'on disability', 'bus driver', 'dental hygienist', 'sheriff deputy', 'stays home with children', 'landscaping',
];
