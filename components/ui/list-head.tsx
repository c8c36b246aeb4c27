'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './list-head.module.css';
import type { Follow } from './use-going';

export type ListTab = {
  readonly href: string;
  readonly words: string;
  readonly count?: string;
  readonly isHere: boolean;
  readonly isAlarm?: boolean;
};
type Props = {
  readonly title: string;
  readonly label: string;
  readonly tabs: readonly ListTab[];
  readonly onFollow: Follow;
  /** Where a list has more to its views than links. */
  readonly nav?: ReactNode;
  readonly children?: ReactNode;
};

/** Title, what can be done, and the views of a list. */
export function ListHead({ title, label, tabs, onFollow, nav, children }: Props) {
  return (
    <div className={classes.head}>
      <header className={classes.header}>
        <h1>{title}</h1>
        {children}
      </header>
      {nav ?? (
        <nav className={classes.tabs} aria-label={label}>
          {tabs.map(({ href, words, count, isHere, isAlarm }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              onClick={onFollow}
              className={classes.tab}
              aria-current={isHere ? 'page' : undefined}
              data-alarm={isAlarm || undefined}
            >
              <span data-words={words}>{words}</span>
              {count !== undefined && (
                <>
                  {' '}
                  <b>{count}</b>
                </>
              )}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}

/** A thin line that runs while rows are fetched; it takes no room. */
export function ListProgress({ isOn }: { isOn: boolean }) {
  return <div className={classes.progress} data-on={isOn || undefined} />;
}
