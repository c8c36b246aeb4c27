import classes from './request.module.css';

/** Fixed words. Nobody rewords them in a hurry. */
const EMERGENCY_SENTENCE = 'Call 911 or go to the nearest emergency department now. Do not drive yourself.';

export function EmergencyWords({ isSuicidal = false }: { isSuicidal?: boolean }) {
  return (
    <div role="alert" className={classes.emergency}>
      <span className={classes.sayNow}>Say now</span>
      <strong>{EMERGENCY_SENTENCE}</strong>
      {isSuicidal && <span>They can also call or text 988, day and night.</span>}
    </div>
  );
}
