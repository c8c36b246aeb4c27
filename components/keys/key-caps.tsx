'use client';
import { BINDINGS, type KeyId, shownKeys } from './bindings';
import classes from './keys.module.css';

/** The keys of one binding, as they are printed on the keyboard. */
export function KeyCaps({ of }: { of: KeyId }) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const keys: readonly string[] = BINDINGS.find(({ id }) => id === of)?.keys ?? [];
  const shown = keys.length > 2 ? [`${keys[0]}–${keys.at(-1)}`] : keys.map((key) => shownKeys(key, isMac));
  return (
    <span className={classes.caps}>
      {shown.map((key, at) => (
        <span key={key}>
          {at > 0 && <span className={classes.or}>or </span>}
          <kbd>{key}</kbd>
        </span>
      ))}
    </span>
  );
}
