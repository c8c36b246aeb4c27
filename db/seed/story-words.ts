import type { CareTried } from '@/lib/domain/intake';
import type { Ailment } from './ailments';

/** How people put it themselves. */
export const OPENINGS = [
  'I have had {where} pain for {long}, it started after {trigger}.',
  'My {where} went out {ago} ago after {trigger} and never came right.',
  'It has been {long} of {where} pain.',
  '{ago} ago I felt something pop, {trigger}.',
  'Pain in the {where} for {long}, worst {worst} out of 10.',
  'Started {ago} ago with a stiff {where}, thought it would pass.',
  'It came on by itself {ago} ago, first the {where} and then more.',
  'I wrote down when it began: {ago} ago, {trigger}.',
  '{worst} out of 10 most days, {where}, for {long}.',
  'My family says I have complained about my {where} for {long}, they are right.',
];
export const LONG = [
  'I have lived with {where} pain for {long}.',
  'On and off {where} pain for {long}, the last months it does not go away.',
  '{long} of {where} trouble, a flare every spring and now it stays.',
  'This {where} problem goes back {ago}, to {trigger}.',
  'Chronic {where} pain, {long}.',
  'I stopped counting, it must be {long} with this {where}.',
  '{where} pain since my forties, bad for {long}.',
  'It began {ago} ago with {trigger}, and every winter it is back.',
];
export const FEELS: Record<Ailment['pain'], readonly string[]> = {
  leg: [
    'It runs down {side} into the calf and two toes tingle.',
    'The leg is worse than the back now, {side}, like a hot wire to the ankle.',
    'Burning from the buttock down {side} to the foot.',
    'Cramping in {legs} when I walk, sitting helps.',
    'Numb outer foot on {side}, and the thigh aches at night.',
    'Sharp down {legs}, {worst} out of 10 on a bad day.',
    'From the hip to the knee on {side}, then pins and needles below.',
    'A toothache in {legs}, worst when I get up from the chair.',
  ],
  back: [
    'It stays in the middle, a band across the belt line.',
    'Deep ache with a sharp catch on {side}, no leg pain to speak of.',
    'Stiff for an hour every morning, {worst} on a bad day.',
    'It locks when I straighten up.',
  ],
  arm: [
    'It shoots down {side} to the thumb and first finger.',
    'It makes {arms} go dead at night and the middle finger stays numb.',
    'Pain behind the shoulder blade and down {arms}, I hold my hand on my head to ease it.',
    'Pins and needles in {arms} when I look up.',
    'Electric pain to the elbow on {side}, {worst} at worst.',
  ],
  neck: [
    'Turning the head to {side} is the worst, backing the car is hard.',
    'Headaches at the back of the head with it, almost daily.',
    'A grinding when I look up, ache into both shoulders.',
  ],
};
export const ELSEWHERE = {
  back: [
    'It is mostly in the groin when I put on socks.',
    'It hurts to lie on {side} and the hip gives out on stairs.',
    'Both feet burn at night like stockings, the back itself is not so bad.',
  ],
  neck: [
    'Raising the arm over the head is what hurts.',
    'I cannot reach the seat belt on {side}, the neck is just stiff.',
    'Both hands fall asleep at the wheel and at night.',
  ],
};
export const WALKING = [
  'I can walk to the mailbox, then I have to sit down.',
  'In the store I lean on the cart, that is the only way.',
  'After ten minutes on my feet the legs give up, bending forward helps.',
  'Standing in church is impossible, sitting is fine.',
];
export const WORSE = [
  'I cannot {activity} any more, and {worse}.',
  '{worse}.',
  'I used to walk every day, now I cannot even {activity}.',
  'It is hard to {activity}.',
  'Some days I manage, other days I cannot {activity}.',
];
export const TRIED = [
  'I have tried {tried}.',
  'Tried {tried}.',
  'So far {tried}.',
  'My doctor had me on {tried}, then sent me for the MRI.',
  '{tried}, none of it lasted.',
  'I did everything they told me: {tried}.',
];
export const ENDS = [
  'I am afraid of a big operation.',
  'Please tell me if there is something smaller that can be done.',
  'A friend of mine was helped by you.',
  'I just want an honest answer.',
  'I am losing my job over this.',
  'Not looking for more pills.',
  'I can send the disc if the upload did not work.',
  'Thank you for looking.',
  'I do not drive far so please say if I have to come in.',
  'My daughter filled this in for me.',
  'I heard about the free review on the radio.',
  'I take care of my mother, I cannot be down for long.',
  'I can come any day.',
  'The insurance keeps saying no to another scan.',
];
export const ENDS_LATE = [
  'I was told fusion is the only way and I would like another opinion.',
  'My doctor says to wait but I have waited long enough.',
  'I have seen three doctors and have three opinions.',
  'Pain management wants to do a third round of shots.',
];
export const CARE_WORDS: Record<CareTried['kind'], readonly string[]> = {
  stretching: ['stretching at home', 'the exercises from the sheet', 'yoga', 'pool exercise'],
  physical_therapy: ['physical therapy', 'PT', 'therapy twice a week'],
  medication: [
    'naproxen',
    'gabapentin',
    'ibuprofen and muscle relaxers',
    'meloxicam',
    'tramadol when it is bad',
    'steroid packs',
    'Celebrex',
    'Lyrica',
    'cyclobenzaprine',
    'Tylenol around the clock',
  ],
  injection: [
    'an epidural',
    'two epidural injections',
    'three steroid shots',
    'a nerve block',
    'two rounds of injections',
    'facet injections',
  ],
  hot_cold: ['ice and heat', 'a heating pad every night', 'cold packs'],
  chiropractic: ['the chiropractor', 'adjustments'],
  other: [
    'acupuncture',
    'a brace',
    'a TENS unit',
    'massage',
    'an inversion table',
    'dry needling',
    'CBD cream',
    'a new mattress',
  ],
};
export const GOALS = [
  'get back to work full duty',
  'lift my kids',
  'run again',
  'sleep through a night',
  'play softball on weekends',
  'sit through a workday',
  'avoid a fusion',
  'get off pain medication',
  'drive a truck again',
  'garden again',
  'walk the dog',
];
export const GOALS_LATE = [
  'walk a mile again',
  'lift my grandchildren',
  'play nine holes',
  'travel to see my sister',
  'stand to cook',
  'stay independent',
  'go fishing',
  'walk on the beach',
  'dance at a wedding in spring',
  'work in the yard',
];
export const WORK = [
  'warehouse, lifting',
  'teacher',
  'nurse, 12 h shifts',
  'truck driver, off since summer',
  'office, sitting',
  'self-employed painter',
  'hair stylist, standing',
  'mechanic',
  'line cook',
  'software, from home',
  'home health aide',
  'roofer, on light duty',
  'real estate',
  'hotel housekeeping',
  'electrician',
  'looking for work',
  'on disability',
  'bus driver',
  'dental hygienist',
  'sheriff deputy',
  'stays home with children',
  'landscaping',
];
