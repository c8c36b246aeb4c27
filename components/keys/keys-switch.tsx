'use client';
import classes from './keys.module.css';
import { useDeskKeys } from './use-keys';

/** Off where dictation or a slip of the hand would set something off. Ctrl and arrow keys stay. */
export function KeysSwitch() {
  const { hasSingleKeys, setSingleKeys, isSaved, problem } = useDeskKeys();
  return (
    <div>
      <label className={classes.switch}>
        <input
          type="checkbox"
          checked={hasSingleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        Single letters and digits as commands
      </label>{' '}
      <span role="status" className={classes.saved}>
        {isSaved ? 'Saved' : ''}
      </span>
      <p className={classes.hint}>
        Switch them off if you dictate, or if they get in your way. Arrows, Enter, Space, Escape and combinations with
        Ctrl or Cmd stay.
      </p>
      <p role="alert" className={classes.problem}>
        {problem}
      </p>
    </div>
  );
}
