'use client';
import { useDeskKeys } from '@/components/keys/use-keys';
import classes from './frame.module.css';

/** The way to the sheet for hands that know no key yet. */
export function KeysButton() {
  const { open } = useDeskKeys();
  return (
    <button type="button" className={`${classes.tool} ${classes.keys}`} onClick={() => open('sheet')}>
      Keys
    </button>
  );
}
