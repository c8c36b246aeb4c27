import type { Chance } from './chance';
import type { WorkClock } from './clock';
import { BLANK, EVER, type Fate } from './fates';

const DAY = 86_400_000;
type Place = { readonly at: number; readonly age: number; readonly room: number };

/** Gives each arrival its fate: the desk first, each stage from its own window; what ended takes the rest. */
export function allot(chance: Chance, all: readonly Fate[], came: readonly Date[], clock: WorkClock): Fate[] {
  const allotted = new Map<number, Fate>();
  const places = came.map((moment, at) => ({
    at,
    age: (clock.now.getTime() - moment.getTime()) / DAY,
    room: clock.hoursAt(clock.now) - clock.hoursAt(moment),
  }));
  const free = () => places.filter(({ at }) => !allotted.has(at));
  for (const fate of all.filter(({ to }) => to !== EVER)) {
    const chosen = placeFor(chance, fate, free());
    if (chosen) allotted.set(chosen.at, fate);
  }
  const left = chance.shuffled(all.filter(({ to }) => to === EVER));
  for (const { age, at, room } of free().sort((a, b) => a.age - b.age)) {
    const fits = left.findIndex(({ from }) => from <= age);
    const shortest = left.reduce((best, { from }, here) => (from < (left[best]?.from ?? EVER) ? here : best), 0);
    const taken = room < roomFor('closed') ? undefined : left.splice(fits < 0 ? shortest : fits, 1)[0];
    allotted.set(at, taken ?? { ...BLANK, stage: 'new', reach: 'received' });
  }
  return came.map((_, at) => allotted.get(at) as Fate);
}

/** At random within its window; what came after the clinic last closed can only be new. */
function placeFor(chance: Chance, { stage, from, to }: Fate, free: readonly Place[]): Place | undefined {
  const fitting = free.filter(({ age, room }) => age >= from && age <= to && room >= roomFor(stage));
  const untouched = stage === 'new' ? fitting.filter(({ room }) => room < roomFor('triage')) : [];
  if (untouched.length > 0) return chance.pick(untouched);
  if (fitting.length > 0) return chance.pick(fitting);
  const possible = free.filter(({ room }) => room >= roomFor(stage));
  return possible.reduce<Place | undefined>(
    (best, place) => (best && Math.abs(best.age - from) <= Math.abs(place.age - from) ? best : place),
    undefined,
  );
}

/** Working hours that a life up to there takes at the least. */
function roomFor(stage: Fate['stage']): number {
  if (stage === 'new') return 0;
  return stage === 'triage' ? 2 : 9;
}
