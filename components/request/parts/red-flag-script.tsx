'use client';
import { RED_FLAG_ANSWERS } from '@/lib/domain/intake';
import { RED_FLAG_QUESTIONS, redFlagsOf, unasked } from '@/lib/domain/red-flags';
import { EmergencyWords } from '../emergency-words';
import { Choice } from './choice';
import { type DraftForm, intakeOf } from './draft';
import classes from './script.module.css';

/** Asked as written, in this order. An alarming answer is answered on the spot. */
export function RedFlagScript({ form }: { form: DraftForm }) {
  const intake = intakeOf(form.values);
  const flags = redFlagsOf(intake);
  const left = unasked(intake.redFlags).length;
  return (
    <div className={classes.script}>
      {flags[0]?.urgency === 'emergency' && <EmergencyWords isSuicidal={flags.some(({ code }) => code === 'PSY1')} />}
      {flags[0]?.urgency === 'same_day' && (
        <p className={classes.sameDay}>A clinician sees this request the same day.</p>
      )}
      <ol className={classes.questions}>
        {RED_FLAG_QUESTIONS.map(({ code, ask, isVolunteered }) => (
          <li key={code}>
            {isVolunteered && <p className={classes.aside}>Do not ask. Only if they say it:</p>}
            <Choice form={form} path={`redFlags.${code}`} label={ask} options={RED_FLAG_ANSWERS} look="alarm" />
          </li>
        ))}
      </ol>
      <p className={classes.aside} aria-live="polite">
        {left === 0 ? 'All questions asked.' : `${left} not asked yet.`}
      </p>
    </div>
  );
}
