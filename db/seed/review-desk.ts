import type { Outlook } from './ailments';
import { answer } from './answers';
import { REASONS } from './reason-words';
import { jot, overrideReason, reach, type Scene } from './scene';

const isAlarm = ({ fate }: Scene) => fate.urgency === 'emergency' || fate.urgency === 'same_day';

/** From the line to an answer. Some are given back first, some cannot be told at the first look, some are amended. */
export function review(scene: Scene) {
  const { chance, cursor, life, fate, surgeon } = scene;
  const verdict = fate.verdict ?? 'cannot_tell';
  const isCalm = !isAlarm(scene) && fate.reason !== 'RED_FLAG_ED';
  if (isCalm && chance.of(0.05)) giveBack(scene);
  if (isCalm && verdict !== 'cannot_tell' && scene.waits && chance.of(0.08)) {
    claim(scene);
    decide(scene, { verdict: 'cannot_tell', family: null, reason: null });
    again(scene);
  }
  claim(scene);
  if (chance.of(0.14)) {
    jot(scene, 'surgeon', surgeon);
    cursor.minutes(chance.between(1, 5));
  }
  const isAmended =
    isCalm && verdict !== 'cannot_tell' && verdict !== 'needs_exam' && fate.stage !== 'follow_up' && chance.of(0.045);
  decide(scene, isAmended ? { verdict: 'needs_exam', family: null, reason: null } : { ...fate, verdict });
  if (!isAmended) return;
  cursor.after(chance.lognormal(14, 0.5));
  life.amend(
    cursor.at,
    surgeon,
    answer(chance, scene.who, scene.ailment, { ...fate, verdict }),
    chance.pick(verdict === 'candidate' ? REASONS.amendedYes : REASONS.amendedNo),
  );
}

export function claim(scene: Scene) {
  const { chance, cursor, life, surgeon } = scene;
  const { urgency } = life;
  if (urgency === 'emergency') cursor.minutes(chance.between(4, 25));
  else if (urgency === 'same_day') cursor.minutes(chance.between(15, 150));
  else cursor.after(chance.lognormal(urgency === 'urgent' ? 6 : 8.2, 0.2));
  life.move(cursor.at, surgeon, 'in_review');
}

function decide(
  { chance, cursor, life, surgeon, who, ailment }: Scene,
  outlook: Outlook & { verdict: NonNullable<Outlook['verdict']> },
) {
  cursor.minutes(chance.between(1.4, 14));
  life.decide(cursor.at, surgeon, answer(chance, who, ailment, outlook));
}

/** Released by the surgeon, or by the house when the claim lay idle. */
function giveBack(scene: Scene) {
  const { chance, cursor, life, surgeon, team } = scene;
  const other = chance.pick(team.surgeons.filter(({ id }) => id !== surgeon.id));
  cursor.after(chance.lognormal(5, 0.6));
  life.move(cursor.at, other, 'in_review');
  if (chance.of(0.5)) {
    cursor.minutes(chance.between(31, 34));
    return life.move(cursor.at, { id: null, name: 'Foramen' }, 'ready_for_review', {
      reason: 'the claim was idle for 30 minutes',
    });
  }
  cursor.minutes(chance.between(1, 6));
  life.move(cursor.at, other, 'ready_for_review', { reason: chance.pick(REASONS.release) });
}

/** What the surgeon needed has come. */
function again(scene: Scene) {
  const { chance, cursor, life, coordinator } = scene;
  cursor.after(chance.lognormal(3, 0.5));
  reach(scene, chance.of(0.6) ? 'reached' : 'message_sent');
  cursor.wait(chance.lognormal(30, 0.5));
  jot(scene, 'complete');
  cursor.minutes(chance.between(0.5, 3));
  life.move(
    cursor.at,
    coordinator,
    'ready_for_review',
    life.missing.length > 0 ? { reason: overrideReason(scene) } : {},
  );
}
