'use client';
import classes from './live.module.css';
import { useReaders, useWatch } from './readings';

/** "Dr Lee is reading this, 2 min": a courtesy that locks nothing. */
export function Readers({ id, number }: { id: string; number: string }) {
  useWatch([id]);
  const readers = useReaders(number);
  return (
    <span aria-live="polite" className={classes.readers}>
      {readers.length > 0 && (
        <>
          <Eye />
          {readers.map(({ id: reader, name, minutes }, at) => (
            <span key={reader}>
              {at > 0 && ' '}
              {name} is reading this{minutes > 0 && `, ${minutes} min`}
            </span>
          ))}
        </>
      )}
    </span>
  );
}

/** The same in a row of the list, as small as can be. */
export function RowReaders({ number }: { number: string }) {
  const readers = useReaders(number);
  if (readers.length === 0) return null;
  const words = readers.map(({ name, minutes }) => `${name} is reading this${minutes > 0 ? `, ${minutes} min` : ''}`);
  return (
    <span className={classes.rowReaders} title={words.join('\n')}>
      <Eye />
      <span className="unseen">{words.join('. ')}</span>
    </span>
  );
}

function Eye() {
  return (
    <svg
      className={classes.eye}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    >
      <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8M8 9.9a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8" />
    </svg>
  );
}
