'use client';
import { useEffect, useState } from 'react';
import { useLine } from './line';
import classes from './live.module.css';

/** A short break is no news. */
const QUIET = 4_000;

/** Said while the page may be behind; nothing typed depends on it. */
export function LineSign() {
  const isOpen = useLine();
  const [isOff, setOff] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOff(!isOpen), isOpen ? 0 : QUIET);
    return () => clearTimeout(timer);
  }, [isOpen]);
  return (
    <p aria-live="polite" className={classes.line} data-off={isOff || undefined}>
      {isOff && 'Not live: reconnecting …'}
    </p>
  );
}
