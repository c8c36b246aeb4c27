'use client';
import { RED_FLAG_ANSWERS } from '@/lib/domain/intake';
import { followUpsOf } from '@/lib/domain/red-flag-follow-ups';
import { RED_FLAG_QUESTIONS, redFlagsOf, unasked, urgencyOf, withoutFollowUps } from '@/lib/domain/red-flags';
import { EmergencyWords } from '../emergency-words';
import { Choice } from './choice';
import { type DraftForm, intakeOf } from './draft';
import classes from './script.module.css';

/** Asked as written, in this order. An alarming answer is answered on the spot. */
export function RedFlagScript({ form }: { form: DraftForm }) {
  const intake = intakeOf(form.values);
  const flags = redFlagsOf(intake);
  // Once said they stay said, whatever is told besides.
  const isEmergency = urgencyOf(redFlagsOf(withoutFollowUps(intake))) === 'emergency';
  const left = unasked(intake.redFlags).length;
  return (
    <div className={classes.script}>
      {isEmergency && <EmergencyWords isSuicidal={flags.some(({ code }) => code === 'PSY1')} />}
      {!isEmergency && flags[0]?.urgency === 'same_day' && (
        <p className={classes.sameDay}>A clinician sees this request the same day.</p>
      )}
      <ol className={classes.questions}>
        {RED_FLAG_QUESTIONS.map(({ code, ask, isVolunteered }) => (
          <li key={code}>
            {isVolunteered && <p className={classes.aside}>Do not ask. Only if they say it:</p>}
            <Choice form={form} path={`redFlags.${code}`} label={ask} options={RED_FLAG_ANSWERS} look="alarm" />
            {flags.some((flag) => flag.code === code) && !isVolunteered && (
              <div className={classes.more}>
                {followUpsOf(code).map((more) => (
                  <Choice
                    key={more.code}
                    form={form}
                    path={`redFlags.${more.code}`}
                    label={more.ask}
                    options={RED_FLAG_ANSWERS}
                  />
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
      <p className={classes.aside} aria-live="polite">
        {left === 0 ? 'All questions asked.' : `${left} not asked yet.`}
      </p>
    </div>
  );
}
