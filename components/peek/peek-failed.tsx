'use client';
import { PlainButton } from '@/components/ui/plain-button';
import type { WorklistItem } from '@/lib/domain/desk';
import classes from './peek.module.css';
import type { Peeked } from './use-peeked';

type Props = {
  readonly state: Peeked['state'] | 'free';
  readonly number: string;
  readonly row: WorklistItem | undefined;
  readonly onAgain: () => void;
};

/** Waiting for the answer, or why there is none. */
export function PeekFailed({ state, number, row, onAgain }: Props) {
  return (
    <div className={classes.state} aria-busy={state === 'loading' || undefined}>
      <h2>{row ? row.person.name : number}</h2>
      {(state === 'loading' || state === 'open') && (
        <>
          <p className="unseen">Opening …</p>
          <div className={classes.bones} aria-hidden>
            <i />
            <i />
            <i />
            <i />
          </div>
        </>
      )}
      {state === 'free' && (
        <p>Free to claim. A request is read by the surgeon who has taken it: “Read it” in its row takes it.</p>
      )}
      {state === 'refused' && <p>Not yours to open, or no longer there.</p>}
      {state === 'signed-out' && (
        <p>
          You were signed out.{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in (new tab)
          </a>
        </p>
      )}
      {(state === 'failed' || state === 'signed-out') && (
        <>
          {state === 'failed' && <p role="alert">The clinic could not be reached. Nothing was changed.</p>}
          <PlainButton isQuiet onClick={onAgain}>
            Try again
          </PlainButton>
        </>
      )}
    </div>
  );
}
