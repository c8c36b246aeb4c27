import type { MissingItem } from '@/lib/domain/completeness';
import { ailment } from './ailments';
import { book, close, leaveOpen, operate, tell } from './answer-desk';
import { type Chance, chanceFrom } from './chance';
import type { WorkClock } from './clock';
import { cursorFrom, type Pace } from './cursor';
import type { Fate } from './fates';
import { ask, complete, open } from './first-desk';
import { telling } from './intakes';
import { Life } from './life';
import { type Somebody, somebody } from './people';
import { review } from './review-desk';
import type { Doer } from './rows';
import { type Scene, slotsFor } from './scene';
import type { Member, Team } from './staff';

export type Birth = {
  readonly nth: number;
  readonly at: Date;
  readonly fate: Fate;
  readonly owner: Member | null;
  readonly surgeon: Member;
};
export type Lived = { readonly life: Life; readonly who: Somebody; readonly birth: Birth };

/** Lives one request through. First at an even pace, then at the pace that ends where its fate says and never in the future. */
export function liveOut(seed: number, birth: Birth, team: Team, clock: WorkClock): Lived {
  const { fate, at } = birth;
  const isOpen = fate.stage !== 'closed' && fate.stage !== 'completed';
  const luck = chanceFrom(seed, 500_000 + birth.nth);
  const room = clock.hoursAt(clock.now) - clock.hoursAt(at);
  const wanted = Math.max(room * 0.12, room - (isOpen ? rest(luck, fate) : 0.5));
  const waits = mustWait(luck, fate, isOpen, wanted);
  const even = walk(seed, birth, team, clock, waits, { house: 1, person: 1 });
  if (!isOpen && isPast(even, clock)) return even;
  let pace = paceFor(fate, isOpen, even.spent, wanted);
  for (let tries = 0; tries < 40; tries++) {
    const lived = walk(seed, birth, team, clock, waits, pace);
    if (isPast(lived, clock)) return lived;
    pace = { house: pace.house * 0.8, person: pace.person * 0.8 };
  }
  throw new Error(`request ${birth.nth} (${fate.stage}) does not fit between ${at.toISOString()} and now`);
}

function isPast({ life }: Lived, clock: WorkClock): boolean {
  return life.events.every(({ at }) => at <= clock.now);
}

/** Working hours that it has been in its stage by now. */
function rest(chance: Chance, { stage, verdict }: Fate): number {
  if (stage === 'triage') return chance.of(0.74) ? chance.between(0.4, 15) : chance.between(16, 24);
  if (stage === 'ready_for_review') return chance.of(0.76) ? chance.between(0.4, 15) : chance.between(16, 24);
  if (stage === 'in_review') return chance.between(4, 12);
  if (stage === 'follow_up')
    return chance.weighted([
      [chance.between(0.5, 15), 76],
      [chance.between(16, 34), 14],
      [chance.between(34, 100), 10],
    ] as const);
  if (stage === 'awaiting_info') return verdict ? chance.between(4, 60) : chance.between(6, 200);
  if (stage === 'consult_held') return chance.between(0.5, 18);
  return chance.between(1, 60);
}

function mustWait(chance: Chance, { stage, reach, closing }: Fate, isOpen: boolean, room: number): boolean {
  if (stage === 'new' || stage === 'triage') return false;
  if (reach === 'received') return stage === 'awaiting_info' || closing === 'PT_UNREACHABLE' || chance.of(0.4);
  return isOpen ? room > 34 : chance.of(0.52);
}

function paceFor({ stage }: Fate, isOpen: boolean, spent: { house: number; person: number }, wanted: number): Pace {
  if (stage === 'awaiting_info' && spent.person === 0)
    return { house: Math.min(1, wanted / Math.max(1, spent.house)), person: 1 };
  const even = wanted / Math.max(0.1, spent.house + spent.person);
  if (!isOpen) return even < 1 ? { house: even * 0.97, person: even * 0.97 } : { house: 1, person: 1 };
  if (spent.person === 0) return { house: Math.min(stage === 'triage' ? 20 : 3, even), person: 1 };
  const person = (wanted - spent.house) / spent.person;
  return person > 0.2 ? { house: 1, person } : { house: even, person: even };
}

function walk(
  seed: number,
  birth: Birth,
  team: Team,
  clock: WorkClock,
  waits: boolean,
  pace: Pace,
): Lived & { spent: { house: number; person: number } } {
  const { fate, nth, at, owner, surgeon } = birth;
  const chance = chanceFrom(seed, 1_000 + nth);
  const who = somebody(chance, at, nth);
  const ill = ailment(chance, fate, who.age);
  const told = telling(chance, who, ill, { ...fate, lacks: lacking(chance, fate, waits) }, at);
  const coordinator = owner ?? chance.pick(team.coordinators);
  const cursor = cursorFrom(at, clock, pace);
  const life = new Life(chance, clock, chance.id(at), told.told, doer(told.told.source.channel, coordinator), at);
  const scene: Scene = {
    chance,
    clock,
    cursor,
    life,
    fate,
    who,
    ailment: ill,
    telling: told,
    team,
    owner,
    coordinator,
    surgeon,
    waits,
    slots: slotsFor(who, ill, told),
  };
  const spent = play(scene);
  return { life, who, birth, spent: spent ?? cursor.spent };
}

/** Through the stages up to where it stands. Gives what was spent when it came to its stage. */
function play(scene: Scene) {
  const { fate, cursor, life, clock, chance, surgeon } = scene;
  const { stage, reach, closing } = fate;
  if (stage === 'new') return;
  open(scene);
  if (stage === 'triage') return;
  if (reach === 'received') {
    const asked = scene.waits;
    if (asked) ask(scene, true);
    return stage === 'closed' ? close(scene) : undefined;
  }
  complete(scene);
  if (stage === 'ready_for_review') return;
  if (stage === 'in_review') {
    const { spent } = cursor;
    cursor.to(new Date(clock.now.getTime() - chance.between(3, 24) * 60_000));
    life.move(cursor.at, surgeon, 'in_review');
    return spent;
  }
  if (stage === 'closed' && fate.verdict === null) return close(scene);
  review(scene);
  if (stage === 'awaiting_info') return cursor.spent;
  if (fate.verdict === 'cannot_tell') return close(scene);
  if (stage === 'follow_up') {
    const { spent } = cursor;
    leaveOpen(scene, tell(scene, true));
    return spent;
  }
  if (closing !== 'PT_UNREACHABLE') tell(scene, false);
  if (reach === 'decided') return close(scene);
  book(scene);
  if (stage === 'consult_booked' || stage === 'consult_held') return;
  if (stage === 'closed') return close(scene);
  operate(scene);
}

/** What it lacks when it comes in. Who waits lacks something that has to be sent. */
function lacking(chance: Chance, { reach, verdict, urgency }: Fate, waits: boolean): MissingItem[] {
  const isEarly = reach === 'received' && !waits;
  const images = chance.of(waits ? 0.31 : isEarly ? 0.22 : 0.02);
  const outdated = !images && chance.of(waits ? 0.25 : isEarly ? 0.18 : 0.14);
  const report = !images && chance.of(waits ? (outdated ? 0.3 : 0.66) : verdict === 'cannot_tell' ? 0.25 : 0.1);
  const rest = (
    [
      ['consent', 3],
      ['red_flags', urgency === 'routine' ? 12 : 3],
      ['pain', 8],
      ['conservative_care', 9],
      ['state', 5],
    ] as const
  )
    .filter(([, percent]) => chance.of(percent / 100))
    .map(([item]) => item);
  const sent: MissingItem[] = [
    ...(images ? ['mri_images' as const] : []),
    ...(outdated ? ['mri_outdated' as const] : []),
    ...(report ? ['report' as const] : []),
  ];
  if (waits && sent.length + rest.length === 0)
    return [chance.pick(['report', 'consent', 'red_flags', 'conservative_care'] as const)];
  return [...sent, ...rest];
}

function doer(channel: string, coordinator: Member): Doer {
  if (channel === 'web') return { id: null, name: 'Web form' };
  if (channel === 'api') return { id: null, name: 'Partner website' };
  return coordinator;
}
