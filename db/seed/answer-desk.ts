import { NEXT_STEPS } from './call-words';
import { cursorFrom } from './cursor';
import { REASONS } from './reason-words';
import { dueSoon, jot, reach, type Scene } from './scene';

/** The person is told. On the desk of today that may still be under way. */
export function tell(scene: Scene, isOpen: boolean): boolean {
  const { chance, cursor, life, fate } = scene;
  const first = chance.lognormal(fate.urgency === 'routine' ? 4.2 : 2.5, 0.75);
  const tries = chance.weighted([
    [1, 58],
    [2, 25],
    [3, 12],
    [4, 5],
  ] as const);
  for (let attempt = 1; attempt <= tries; attempt++) {
    const gap = attempt === 1 ? first : chance.between(6, 22);
    if (isOpen && !cursor.could(gap)) break;
    if (!isOpen) cursor.after(gap);
    const isTold = attempt === tries;
    if (isTold) {
      reach(scene, 'told_answer');
      if (chance.of(0.35)) {
        cursor.minutes(chance.between(1, 4));
        jot(scene, 'told');
      }
      return true;
    }
    const outcome = chance.among({ left_message: 45, no_answer: 30, call_back: 20, wrong_number: 2 });
    reach(scene, outcome, isOpen ? null : cursor.on(chance.between(7, 20)));
  }
  if (isOpen) life.schedule(cursor.at, scene.coordinator, dueSoon(scene), chance.tell(NEXT_STEPS.second, scene.slots));
  return false;
}

/** Told and not yet booked: what is next lies in the follow-up list. */
export function leaveOpen(scene: Scene, wasTold: boolean) {
  const { chance, cursor, life, fate, coordinator, slots } = scene;
  if (!wasTold) return;
  cursor.minutes(chance.between(0.5, 3));
  const wants = fate.verdict === 'candidate' || fate.verdict === 'needs_exam';
  if (cursor.at < scene.clock.now)
    life.schedule(
      cursor.at,
      coordinator,
      dueSoon(scene),
      chance.tell(wants ? NEXT_STEPS.book : chance.of(0.6) ? NEXT_STEPS.again : NEXT_STEPS.letter, slots),
    );
}

/** A date for the consult; some do not come and are booked again. */
export function book(scene: Scene) {
  const { chance, cursor, life, coordinator, fate } = scene;
  const isOpen = fate.stage === 'consult_booked';
  if (chance.of(0.55)) cursor.minutes(chance.between(2, 8));
  else {
    cursor.after(chance.lognormal(14, 0.6));
    reach(scene, 'reached', null, 'booking');
    cursor.minutes(chance.between(1, 4));
  }
  const date = isOpen
    ? ahead(scene, chance.of(0.06) ? -chance.between(1, 4) : chance.between(2, 76))
    : cursor.appointment(chance.lognormal(46, 0.4));
  life.move(cursor.at, coordinator, 'consult_booked', { dueAt: date });
  cursor.minutes(chance.between(0.5, 3));
  if (chance.of(0.45)) jot(scene, 'booking');
  life.schedule(cursor.at, coordinator, before(scene, date), chance.tell(NEXT_STEPS.prepare, scene.slots));
  if (isOpen) return;
  if (chance.of(0.08)) return missed(scene, date);
  hold(scene, date);
}

function missed(scene: Scene, date: Date) {
  const { chance, cursor, life, coordinator } = scene;
  cursor.to(date);
  cursor.minutes(chance.between(25, 55));
  life.move(cursor.at, coordinator, 'follow_up', { reason: chance.pick(REASONS.noShow) });
  cursor.after(chance.lognormal(3, 0.5));
  reach(scene, 'reached', null, 'booking');
  cursor.minutes(2);
  const next = cursor.appointment(chance.lognormal(36, 0.4));
  life.move(cursor.at, coordinator, 'consult_booked', { dueAt: next });
  hold(scene, next);
}

function hold(scene: Scene, date: Date) {
  const { chance, cursor, life, coordinator } = scene;
  cursor.to(date);
  cursor.minutes(chance.between(35, 90));
  life.finish(cursor.at, coordinator);
  life.move(cursor.at, coordinator, 'consult_held');
  cursor.minutes(chance.between(1, 20));
  if (chance.of(0.6)) jot(scene, 'consult', chance.of(0.3) ? scene.surgeon : coordinator);
}

/** A date for the procedure, and the day itself. */
export function operate(scene: Scene) {
  const { chance, cursor, life, coordinator, fate } = scene;
  cursor.after(chance.lognormal(12, 0.7));
  const isOpen = fate.stage === 'procedure_booked';
  const date = isOpen ? ahead(scene, chance.between(6, 150)) : cursor.appointment(chance.lognormal(110, 0.35));
  life.move(cursor.at, coordinator, 'procedure_booked', { dueAt: date });
  cursor.minutes(chance.between(1, 5));
  life.schedule(cursor.at, coordinator, before(scene, date), chance.tell(NEXT_STEPS.prepare, scene.slots));
  if (chance.of(0.6)) jot(scene, 'procedure');
  if (isOpen) return;
  cursor.to(date);
  cursor.after(chance.between(6, 12));
  reach(scene, 'reached', null, 'recovered');
  life.finish(cursor.at, coordinator);
  cursor.minutes(chance.between(1, 9));
  life.move(cursor.at, coordinator, 'completed');
}

const LEAVING: Readonly<Record<string, 'improved' | 'insurance' | 'elsewhere'>> = {
  IMPROVED: 'improved',
  INSURANCE: 'insurance',
  ELSEWHERE: 'elsewhere',
};

/** Closed with its reason, nothing left open. Unreachable only after three attempts and a letter. */
export function close(scene: Scene) {
  const { chance, cursor, life, coordinator, fate } = scene;
  const reason = fate.closing ?? 'INFORMED';
  if (reason === 'PT_UNREACHABLE') {
    for (const outcome of ['no_answer', 'left_message', 'message_sent'] as const) {
      cursor.wait(chance.between(12, 30));
      reach(scene, outcome);
    }
    cursor.wait(chance.between(40, 80));
  } else if (reason === 'INFORMED') cursor.after(chance.lognormal(6, 1));
  else {
    cursor.after(chance.lognormal(10, 0.9));
    if (reason !== 'DUPLICATE') reach(scene, reason === 'PT_DECLINED' ? 'declined' : 'reached', null, LEAVING[reason]);
    cursor.minutes(chance.between(1, 6));
  }
  life.finish(cursor.at, coordinator);
  cursor.minutes(chance.between(0.2, 2));
  life.move(cursor.at, coordinator, 'closed', { reason });
}

/** A date counted from today, not from the moment it was made. */
function ahead({ clock }: Scene, hours: number): Date {
  return cursorFrom(clock.now, clock, { house: 1, person: 1 }).on(hours);
}

/** The working day before, if that lies ahead of the moment it is written down. */
function before({ clock, cursor, chance }: Scene, date: Date): Date {
  const eve = clock.instantAt(clock.hoursAt(date) - chance.pick([6, 8, 8, 16]));
  return eve > cursor.at ? eve : new Date(date.getTime() - 30 * 60_000);
}
