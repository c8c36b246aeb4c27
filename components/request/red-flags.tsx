'use client';
import { UrgencyChip } from '@/components/ui/chip';
import type { OpenRequest } from '@/lib/domain/desk';
import { RED_FLAG_QUESTIONS, unasked } from '@/lib/domain/red-flags';
import { EmergencyWords } from './emergency-words';
import { FollowUpAnswers } from './follow-up-answers';
import classes from './request.module.css';

type Props = { readonly request: OpenRequest };

/** On top of everything: what was answered that cannot wait. */
export function RaisedFlags({ request: { flags, redFlags } }: Props) {
  if (flags.length === 0) return null;
  const isEmergency = flags.some(({ urgency }) => urgency === 'emergency');
  return (
    <section className={classes.raised} aria-label="Red flags raised">
      {isEmergency && <EmergencyWords isSuicidal={flags.some(({ code }) => code === 'PSY1')} />}
      <ul>
        {flags.map(({ code, urgency, isCertain }) => (
          <li key={code}>
            <UrgencyChip urgency={urgency} />
            <span>{RED_FLAG_QUESTIONS.find((one) => one.code === code)?.ask ?? code}</span>
            <strong>{isCertain ? 'Yes' : 'Not sure'}</strong>
            <FollowUpAnswers code={code} answers={redFlags} className={classes.soft} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every question with its answer. "No to all" is said only when all were asked. */
export function RedFlagsShown({ request: { redFlags, flags } }: Props) {
  const left = unasked(redFlags).length;
  const asked = RED_FLAG_QUESTIONS.filter(({ code }) => redFlags[code] !== undefined);
  if (asked.length === 0) return <p className={classes.notAsked}>Not asked</p>;
  const raised = flags.length === 0 ? 'None reported' : `${flags.length} raised`;
  return (
    <details className={classes.long}>
      <summary>
        {raised}, {left === 0 ? 'all questions asked' : `${left} not asked yet`}{' '}
        <span className={classes.more}>answers</span>
      </summary>
      <ul className={classes.answers}>
        {RED_FLAG_QUESTIONS.map(({ code, ask, isVolunteered }) =>
          isVolunteered && redFlags[code] === undefined ? null : (
            <li key={code}>
              <span>{ask}</span>
              <Answer said={redFlags[code]} />
              <FollowUpAnswers code={code} answers={redFlags} className={classes.soft} />
            </li>
          ),
        )}
      </ul>
    </details>
  );
}

function Answer({ said }: { said: OpenRequest['redFlags'][string] | undefined }) {
  if (said === undefined) return <span className={classes.notAsked}>not asked</span>;
  return said === 'no' ? (
    <span>No</span>
  ) : (
    <strong className={classes.alarm}>{said === 'yes' ? 'Yes' : 'Not sure'}</strong>
  );
}
