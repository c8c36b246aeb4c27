'use client';
import type { ReactNode } from 'react';
import { When } from '@/components/ui/when';
import classes from './side-by-side.module.css';

type Props = {
  readonly title: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  /** Who wrote what stands, and when; unknown where another page must be asked. */
  readonly by?: { readonly name: string; readonly at: string };
  readonly now: string;
  readonly children: ReactNode;
};

/** Two people wrote at once: both texts, whole, and what can be done with one's own. */
export function SideBySide({ title, mine, theirs, by, now, children }: Props) {
  return (
    <section className={classes.both} role="alert" aria-label={title}>
      <h3>{title}</h3>
      <div className={classes.texts}>
        <div>
          <h4>Yours, not saved</h4>
          {mine}
        </div>
        <div>
          <h4>
            Stands now
            {by && (
              <>
                : {by.name}, <When at={by.at} now={now} />
              </>
            )}
          </h4>
          {theirs}
        </div>
      </div>
      <div className={classes.acts}>{children}</div>
    </section>
  );
}
