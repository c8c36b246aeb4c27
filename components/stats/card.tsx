import { type ReactNode, useId } from 'react';
import classes from './stats.module.css';

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly size?: 'one' | 'whole';
  readonly children: ReactNode;
};

export function Card({ title, note, size = 'whole', children }: Props) {
  const id = useId();
  return (
    <section className={`${classes.card} ${classes[size]}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {note && <p className={classes.soft}>{note}</p>}
    </section>
  );
}

/** Wide tables scroll in their own frame, so that the page never does. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={classes.wide} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
