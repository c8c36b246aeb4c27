import type { ReactNode } from 'react';
import classes from './request.module.css';
import { said } from './words';

/** A label with what was said. Undefined or null was not asked. */
export type Fact = readonly [label: string, value: ReactNode | undefined | null];

/** What is rarely asked is only there when it was. */
export const onlyTold = (facts: readonly Fact[]): Fact[] =>
  facts.filter(([, value]) => value !== undefined && value !== null && value !== '');

/** Answers one below the other; what was not asked is named in one last line, never shown as a no. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const asked = facts.filter(([, value]) => value !== undefined && value !== null);
  const left = facts.filter(([, value]) => value === undefined || value === null).map(([label]) => label.toLowerCase());
  return (
    <>
      {asked.length > 0 && (
        <dl className={classes.facts}>
          {asked.map(([label, value]) => (
            <div key={label} className={typeof value === 'string' && value.length > 22 ? classes.longFact : undefined}>
              <dt>{label}</dt>
              <dd>{typeof value === 'string' ? <Said word={value} /> : value}</dd>
            </div>
          ))}
        </dl>
      )}
      {asked.length === 0 && left.length > 0 && <NotAsked />}
      {asked.length > 0 && left.length > 0 && <NotAsked what={left.join(', ')} />}
    </>
  );
}

/** "Unknown" was asked, and nobody knew. */
export function Said({ word }: { word: string }) {
  return word === 'unknown' ? (
    <span className={classes.unknown} title="Asked, not known">
      Unknown
    </span>
  ) : (
    said(word)
  );
}

export function NotAsked({ what }: { what?: string }) {
  return <p className={classes.notAsked}>Not asked{what ? `: ${what}` : ''}</p>;
}

export function Hidden() {
  return <span className={classes.notAsked}>hidden for your role</span>;
}
