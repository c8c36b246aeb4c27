import type { ReactNode } from 'react';
import classes from './review.module.css';

/** A column that scrolls on its own, by keyboard too. */
export function Pane({ label, kind, children }: { label: string; kind: 'reading' | 'middle'; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={`${classes.column} ${classes[kind]}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
