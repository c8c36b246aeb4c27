import type { ReactNode } from 'react';
import classes from './said.module.css';

/** Where a list would be: what it means that nothing is here, and what can be done. */
export function Nothing({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Mark />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act && <div className={classes.act}>{act}</div>}
    </div>
  );
}

/** The same for a whole page. */
export function NothingPage({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className={`${classes.empty} ${classes.page}`}>
      <Mark />
      <h1>{title}</h1>
      {children}
      {act && <div className={classes.act}>{act}</div>}
    </div>
  );
}

function Mark() {
  return (
    <svg
      className={classes.mark}
      viewBox="0 0 32 32"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <path d="M10 6c6 3 6 7 3 10s-3 7 3 10M22 6c-6 3-6 7-3 10s3 7-3 10" />
    </svg>
  );
}
