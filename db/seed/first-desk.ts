import type { MissingItem } from '@/lib/domain/completeness';
import type { Intake } from '@/lib/domain/intake';
import { NEXT_STEPS } from './call-words';
import { ASKED_BY_PHONE } from './intakes';
import { dueSoon, jot, overrideReason, reach, type Scene } from './scene';

const isAlarm = ({ fate }: Scene) => fate.urgency === 'emergency' || fate.urgency === 'same_day';

/** From new to triage: somebody opens it, takes it, reads it. */
export function open(scene: Scene) {
  const { chance, cursor, life, coordinator, owner, who, fate } = scene;
  if (isAlarm(scene)) cursor.minutes(fate.urgency === 'emergency' ? chance.between(2, 9) : chance.between(6, 70));
  else cursor.after(chance.lognormal(3.2, 0.75));
  life.move(cursor.at, coordinator, 'triage');
  if (owner) {
    cursor.minutes(chance.between(0.2, 4));
    life.assign(cursor.at, chance.of(0.12) ? scene.team.manager : owner, owner);
  }
  if (isAlarm(scene)) return alarm(scene);
  cursor.minutes(chance.between(1, 7));
  if (who.speaks !== 'en' && chance.of(0.7)) jot(scene, who.speaks === 'es' ? 'spanish' : 'interpreter');
  else if (chance.of(0.5)) jot(scene, 'first');
}

/** A red flag: the person is called at once, the script read, the surgeon told. */
function alarm(scene: Scene) {
  const { chance, cursor } = scene;
  cursor.minutes(chance.between(1, 5));
  reach(scene, chance.of(0.88) ? 'reached' : 'left_message');
  cursor.minutes(chance.between(2, 6));
  jot(scene, 'flag');
}

/** From triage to the surgeons, by way of waiting where the person has to send something. */
export function complete(scene: Scene) {
  const { chance, cursor, life, coordinator } = scene;
  if (scene.waits) ask(scene, false);
  else if (!isAlarm(scene)) cursor.after(chance.lognormal(3.4, 0.8));
  if (!scene.waits) byPhone(scene);
  cursor.minutes(isAlarm(scene) ? chance.between(3, 15) : chance.between(4, 30));
  if (life.stage === 'awaiting_info') arrive(scene);
  if (chance.of(0.4)) jot(scene, 'complete');
  cursor.minutes(chance.between(0.3, 2));
  const isShort = life.missing.length > 0;
  life.move(
    cursor.at,
    coordinator,
    'ready_for_review',
    isShort ? { reason: isAlarm(scene) ? 'red flag: surgeon should look now' : overrideReason(scene) } : {},
  );
}

/** To waiting: what is missing is asked for, and asked again. `forGood`: it has not come to this day. */
export function ask(scene: Scene, forGood: boolean) {
  const { chance, cursor, life, coordinator } = scene;
  cursor.after(chance.lognormal(3, 0.7));
  if (life.missing.some((item) => !ASKED_BY_PHONE.includes(item))) byPhone(scene);
  const missing = life.missing.length > 0 ? life.missing : (['report'] as MissingItem[]);
  const isOpen = forGood && scene.fate.stage === 'awaiting_info';
  const days = isOpen ? stillOpen(scene) : chance.pick([7, 7, 10, 14]);
  life.move(cursor.at, coordinator, 'awaiting_info', { missing, dueAt: cursor.on(days * (40 / 7)) });
  cursor.minutes(chance.between(1, 4));
  reach(scene, 'message_sent', isOpen ? null : cursor.on(chance.pick([24, 32, 40])));
  if (chance.of(0.4)) jot(scene, 'waiting');
  if (!forGood) return;
  remind(scene);
  if (isOpen && chance.of(0.7))
    life.schedule(cursor.at, coordinator, dueSoon(scene), chance.tell(NEXT_STEPS.items, scene.slots));
}

/** Reminders on about days 7 and 14, as far as today has come. */
function remind(scene: Scene) {
  const { chance, cursor } = scene;
  for (const gap of [chance.between(34, 44), chance.between(36, 50), chance.between(60, 80)]) {
    if (scene.fate.stage === 'awaiting_info' ? !cursor.could(gap) : chance.of(0.15)) return;
    if (scene.fate.stage !== 'awaiting_info') cursor.wait(gap);
    reach(scene, chance.pick(['left_message', 'message_sent', 'no_answer', 'reached', 'call_back'] as const));
    if (chance.of(0.25)) jot(scene, 'waiting');
  }
}

/** What came after the wait; where it is only a part, the rest is overridden. */
function arrive(scene: Scene) {
  const { chance, cursor, life, coordinator } = scene;
  cursor.wait(Math.max(3, chance.lognormal(26, 0.6)));
  if (chance.of(0.45)) {
    reach(scene, chance.pick(['reached', 'reached', 'left_message', 'call_back'] as const));
    cursor.wait(chance.lognormal(9, 0.6));
  }
  if (life.dues.open().length > 0) life.finish(cursor.at, coordinator);
  cursor.minutes(chance.between(1, 5));
  life.correct(cursor.at, coordinator, scene.telling.full(cursor.at));
  cursor.minutes(chance.between(2, 12));
}

/** A call clears up what need not be sent. */
function byPhone(scene: Scene) {
  const { chance, cursor, life, coordinator, telling } = scene;
  const cleared = life.missing.filter((item) => ASKED_BY_PHONE.includes(item));
  if (cleared.length === 0 || (scene.waits && chance.of(0.25))) return;
  reach(scene, 'reached');
  cursor.minutes(chance.between(3, 9));
  life.correct(cursor.at, coordinator, withAnswers(life.intake, telling.full(cursor.at), cleared));
}

function withAnswers(told: Intake, full: Intake, cleared: readonly MissingItem[]): Intake {
  const has = (item: MissingItem) => cleared.includes(item);
  return {
    ...told,
    ...(has('consent') ? { consents: full.consents } : {}),
    ...(has('red_flags') ? { redFlags: full.redFlags } : {}),
    ...(has('pain') ? { complaint: full.complaint } : {}),
    ...(has('conservative_care') ? { conservativeCare: full.conservativeCare } : {}),
    ...(has('state') ? { person: full.person } : {}),
  };
}

/** Days given, so that most of what waits is not yet overdue. */
function stillOpen({ chance, cursor, clock }: Scene): number {
  const elapsed = ((clock.hoursAt(clock.now) - clock.hoursAt(cursor.at)) * 7) / 40;
  const longer = [7, 10, 14, 21, 28, 42].find((days) => days > elapsed + 0.3);
  return chance.of(0.84) ? (longer ?? 56) : 7;
}
