'use client';
import { useState } from 'react';
import classes from '@/components/keys/keys.module.css';
import { useClinic } from '@/components/ui/clinic';
import { ProblemLine } from '@/components/ui/problem-line';
import { type Action, useSave } from '@/components/ui/use-save';
import staffClasses from './staff.module.css';

/** Who works the list may do without the message of the morning. */
export function DigestSwitch({ prefer }: { prefer: Action<unknown> }) {
  const { me, preferences } = useClinic();
  const { save, isSaved, problem } = useSave(prefer);
  const [isOn, setOn] = useState(preferences.hasDigest !== false);
  if (me.role !== 'coordinator' && me.role !== 'surgeon') return null;

  async function turn(hasDigest: boolean) {
    setOn(hasDigest);
    if (!(await save({ hasDigest })).ok) setOn(!hasDigest);
  }

  return (
    <section className={staffClasses.section} aria-labelledby="digest">
      <h2 id="digest">E-mail</h2>
      <label className={classes.switch}>
        <input type="checkbox" checked={isOn} onChange={(event) => void turn(event.currentTarget.checked)} />A message
        on working mornings with what waits for me
      </label>{' '}
      <span role="status" className={classes.saved}>
        {isSaved ? 'Saved' : ''}
      </span>
      <p className={classes.hint}>Numbers alone: how many are in your queue, overdue, new, or raise a red flag.</p>
      <ProblemLine problem={problem} />
    </section>
  );
}
