import type { CareTried } from '@/lib/domain/intake';
import type { Ailment } from './ailments';
import { CARE_WORDS } from './care-words';
import type { Chance, Slots } from './chance';
import { SAID } from './flags';
import type { Somebody } from './people';
import { ES } from './story-es';
import {
  ACTIVITIES,
  ELSEWHERE,
  ENDS,
  ENDS_LATE,
  FEELS,
  GOALS,
  GOALS_LATE,
  LONG,
  OPENINGS,
  TRIED,
  TRIGGERS,
  TRIGGERS_LATE,
  WALKING,
  WHEN_WORSE,
  WORK,
  WORSE,
} from './story-words';

/** What the person wrote, or what the coordinator took down on the phone. */
export function story(
  chance: Chance,
  who: Somebody,
  ailment: Ailment,
  care: readonly CareTried[],
  raisedBy: string | null,
): string {
  if (who.speaks === 'es' && chance.of(0.6)) return inSpanish(chance, ailment, raisedBy);
  const slots: Slots = {
    ...slotsOf(ailment, who.age),
    tried: triedWords(chance, care),
    since: ['last week', 'Sunday', 'the weekend', 'Thursday', 'last Monday'],
  };
  const sentences = [
    chance.tell(ailment.months > 24 ? LONG : OPENINGS, slots),
    chance.tell(
      ailment.isElsewhere ? ELSEWHERE[ailment.region === 'cervical' ? 'neck' : 'back'] : FEELS[ailment.pain],
      slots,
    ),
    ...(raisedBy ? [chance.tell(SAID[raisedBy] ?? ['{worse}'], slots)] : []),
    ...(chance.of(0.7)
      ? [chance.tell(ailment.finding === 'stenosis' && ailment.region === 'lumbar' ? WALKING : WORSE, slots)]
      : []),
    ...(care.length > 0 ? [chance.tell(TRIED, slots)] : []),
    ...(chance.of(0.65) ? [chance.tell(ailment.months > 6 ? [...ENDS, ...ENDS_LATE] : ENDS, slots)] : []),
  ];
  return sentences.join(' ');
}

export function goal(chance: Chance, age: number): string {
  return chance.pick(age > 62 ? GOALS_LATE : GOALS);
}

export function work(chance: Chance, age: number): string {
  return chance.pick(
    age > 66
      ? [
          'retired teacher',
          'retired',
          'retired mail carrier',
          'part-time at a garden center',
          'retired nurse',
          'cares for grandchildren',
        ]
      : WORK,
  );
}

function inSpanish(chance: Chance, ailment: Ailment, raisedBy: string | null): string {
  const slots: Slots = {
    months:
      ailment.months > 24
        ? `${Math.round(ailment.months / 12)} años`
        : ailment.months === 1
          ? 'un mes'
          : `${ailment.months} meses`,
    side: ailment.felt === 'left' ? 'izquierdo' : ailment.felt === 'right' ? 'derecho' : 'de los dos lados',
    worst: String(ailment.worst),
  };
  return [
    chance.tell(ES.openings, slots),
    chance.tell(ES.feels[ailment.pain], slots),
    ...(raisedBy ? [chance.tell(ES.alarm[raisedBy] ?? ES.other)] : []),
    chance.tell(ES.tried),
    ...(chance.of(0.6) ? [chance.tell(ES.ends)] : []),
  ].join(' ');
}

function triedWords(chance: Chance, care: readonly CareTried[]): string {
  const told = care.map(({ kind, weeks, effect }, at) => {
    const long =
      typeof weeks === 'number' ? ` for ${weeks > 20 ? `${Math.round(weeks / 4)} months` : `${weeks} weeks`}` : '';
    const helped =
      at % 3 > 0
        ? ''
        : effect === 'good'
          ? ' which helped for a while'
          : effect === 'none'
            ? ' without any change'
            : '';
    return `${chance.pick(CARE_WORDS[kind])}${kind === 'injection' ? '' : long}${helped}`;
  });
  const some = chance.shuffled(told).slice(0, 3);
  return some.length > 1 ? `${some.slice(0, -1).join(', ')} and ${some[some.length - 1]}` : (some[0] ?? '');
}

function slotsOf({ region, felt, months, worst }: Ailment, age: number): Slots {
  const years = Math.round(months / 12);
  return {
    long:
      months > 20
        ? [`${years} years`, `about ${years} years`, `going on ${years} years`]
        : months === 1
          ? ['a month', 'about five weeks']
          : [`${months} months`, `about ${months} months`],
    ago: months > 20 ? `${years} years` : months === 1 ? 'five weeks' : `${months} months`,
    where: {
      lumbar: ['low back', 'lower back', 'back'],
      cervical: ['neck', 'neck and shoulder blade'],
      thoracic: ['mid back', 'upper back'],
      si: ['low back and buttock', 'buttock', 'tailbone'],
    }[region],
    side: felt === 'both' ? 'both sides' : [`the ${felt}`, `the ${felt} side`],
    legs: felt === 'both' ? 'both legs' : `the ${felt} leg`,
    arms: felt === 'both' ? 'both arms' : `the ${felt} arm`,
    limb: region === 'cervical' ? 'arm' : 'leg',
    worst: String(worst),
    trigger: age > 60 ? TRIGGERS_LATE : TRIGGERS,
    activity: ACTIVITIES,
    worse: WHEN_WORSE,
  };
}
