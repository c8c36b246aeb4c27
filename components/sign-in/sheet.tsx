import type { ReactNode } from 'react';
import classes from './sheet.module.css';

type Props = { readonly title: string; readonly isDemo?: boolean; readonly children: ReactNode };

/** One small sheet in the middle: everything that is asked before somebody is in. */
export function Sheet({ title, isDemo = false, children }: Props) {
  return (
    <div className={classes.page}>
      {isDemo && <header className={classes.demo}>Demo clinic: synthetic people, known passwords</header>}
      <main className={classes.middle}>
        <p className={classes.brand}>Foramen</p>
        <div className={classes.sheet}>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}

export function Soft({ children }: { children: ReactNode }) {
  return <p className={classes.soft}>{children}</p>;
}
