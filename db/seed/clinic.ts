import type { Calendar } from '@/lib/domain/working-time';
import { allot } from './allot';
import { arrivals } from './arrivals';
import { type Chance, chanceFrom } from './chance';
import { type WorkClock, workClock } from './clock';
import { type Fate, fates } from './fates';
import { type Birth, type Lived, liveOut } from './lives';
import { intakeKey, type Member, type Team, team } from './staff';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const DEMO_SEED = 20_261_122;
const DEMO_REQUESTS = 1_200;

/** A clinic of a year, worked out in memory: the same seed and moment give the same rows. */
export function demoClinic(seed: number, now: Date, calendar: Calendar) {
  const chance = chanceFrom(seed);
  const staff = team(chance, new Date(now.getTime() - 380 * DAY));
  const clock = workClock(now, calendar);
  const born = [...births(chance, clock, staff), ...alarms(clock, staff)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  const lived = born.map((birth, at) => liveOut(seed, { ...birth, nth: at + 1 }, staff, clock));
  return { staff, key: intakeKey(chance, staff.admin), lived };
}
export type DemoClinic = {
  readonly staff: Team;
  readonly key: ReturnType<typeof intakeKey>;
  readonly lived: readonly Lived[];
};

function births(chance: Chance, clock: WorkClock, staff: Team): Omit<Birth, 'nth'>[] {
  const count = DEMO_REQUESTS - PINNED.length;
  const came = arrivals(chance, count, clock);
  const allotted = inHours(clock, came, allot(chance, fates(chance, count), came, clock));
  const owners = ownersOf(chance, allotted, staff);
  const readers = chance.shuffled(staff.surgeons.slice(1));
  return came.map((at, nth) => {
    const fate = allotted[nth] as Fate;
    const reader = fate.stage === 'in_review' ? readers.pop() : undefined;
    return {
      at,
      fate,
      owner: owners[nth] ?? null,
      surgeon: reader ?? chance.weighted(staff.surgeons.map((one, rank) => [one, 34 - rank * 5] as const)),
    };
  });
}

/** An alarm that rang while the clinic was shut changes places with its nearest neighbour that did not. */
function inHours(clock: WorkClock, came: readonly Date[], allotted: Fate[]): Fate[] {
  const isAlarm = (fate: Fate) => fate.urgency === 'emergency' || fate.urgency === 'same_day';
  const isQuiet = (fate: Fate) => fate.stage === 'closed' && fate.reach === 'decided' && !isAlarm(fate);
  const isOpen = came.map((at) => clock.isOpen(at));
  allotted.forEach((fate, at) => {
    if (!isAlarm(fate) || isOpen[at]) return;
    const others = allotted
      .map((_, other) => other)
      .filter((other) => isOpen[other] && isQuiet(allotted[other] as Fate));
    const near = others.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
    if (near === undefined) return;
    const other = allotted[near] as Fate;
    if (fate.reason === 'RED_FLAG_ED') [allotted[at], allotted[near]] = [other, fate];
    else
      [allotted[at], allotted[near]] = [
        { ...fate, urgency: other.urgency },
        { ...other, urgency: fate.urgency },
      ];
  });
  return allotted;
}

/** Of the open desk thirty lie with the first coordinator; of what came today much is nobody's yet. */
function ownersOf(chance: Chance, allotted: readonly Fate[], { coordinators }: Team): (Member | null)[] {
  const [first, ...others] = coordinators as [Member, ...Member[]];
  const left: Partial<Record<Fate['stage'], number>> = {
    triage: 8,
    awaiting_info: 9,
    follow_up: 8,
    consult_booked: 2,
    consult_held: 1,
    procedure_booked: 2,
  };
  const owners: (Member | null)[] = allotted.map(({ stage }) => {
    if (stage === 'new') return null;
    if (stage === 'closed' || stage === 'completed') return chance.pick(coordinators);
    return (stage === 'triage' || stage === 'awaiting_info') && chance.of(0.2) ? null : chance.pick(others);
  });
  for (const at of chance.shuffled(allotted.map((_, here) => here))) {
    const { stage } = allotted[at] as Fate;
    const more = left[stage] ?? 0;
    if (more === 0) continue;
    owners[at] = first;
    left[stage] = more - 1;
  }
  return owners;
}

const ALARM = { reach: 'received', verdict: null, family: null, reason: null, closing: null, from: 0, to: 1 } as const;
/** Minutes ago, and where it stands: these are pinned on top of every list. */
const PINNED: readonly (readonly [number, Fate])[] = [
  [6, { ...ALARM, stage: 'new', urgency: 'emergency' }],
  [48, { ...ALARM, stage: 'new', urgency: 'same_day' }],
  [170, { ...ALARM, stage: 'ready_for_review', reach: 'complete', urgency: 'same_day' }],
];

function alarms(clock: WorkClock, staff: Team): Omit<Birth, 'nth'>[] {
  return PINNED.map(([minutes, fate]) => ({
    at: new Date(clock.now.getTime() - minutes * MINUTE),
    fate,
    owner: fate.stage === 'new' ? null : (staff.coordinators[1] as Member),
    surgeon: staff.surgeons[0] as Member,
  }));
}
