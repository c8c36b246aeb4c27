import type { ReactNode } from 'react';
import classes from './public.module.css';
import type { Words } from './words';

type Props = {
  readonly words: Words;
  readonly isDemo: boolean;
  /** The same page in the other language. */
  readonly otherLanguage: ReactNode;
  readonly children: ReactNode;
};

/** Around everything that the public sees: plain, large, and whole without a script. */
export function PublicPage({ words, isDemo, otherLanguage, children }: Props) {
  return (
    <div className={classes.page}>
      <header>
        {isDemo && <p className={classes.demo}>Demo clinic: synthetic people only</p>}
        <div className={classes.head}>
          <span className={classes.brand}>{words('clinic')}</span>
          {otherLanguage}
        </div>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}
