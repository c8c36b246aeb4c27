'use client';
import Link from 'next/link';
import { Chip, type Tone } from '@/components/ui/chip';
import { PlainButton } from '@/components/ui/plain-button';
import classes from './bulk.module.css';
import type { Bulk, Outcome, Result } from './use-bulk';

const WORDS: Record<Outcome, string> = {
  done: 'Done',
  refused: 'Refused',
  changed: 'Changed meanwhile',
  unsent: 'Not sent',
};
const TONES: Record<Outcome, Tone> = { done: 'green', refused: 'red', changed: 'amber', unsent: 'amber' };
const ORDER: readonly Outcome[] = ['unsent', 'changed', 'refused', 'done'];

type Props = { readonly bulk: Bulk; readonly progress: NonNullable<Bulk['progress']> };

/** What became of each row, those that need a look first. */
export function BulkResults({ bulk: { dismiss }, progress }: Props) {
  const { words, total, results, isRunning } = progress;
  const count = (outcome: Outcome) => results.filter((one) => one.outcome === outcome).length;
  const summary = ORDER.toReversed()
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${WORDS[outcome].toLowerCase()}`)
    .join(', ');
  return (
    <section className={classes.results} aria-label="What became of each request">
      <header>
        <h2>{words}</h2>
        <span role="status">{isRunning ? `${results.length} of ${total} … stay on this page` : summary}</span>
        {!isRunning && (
          <PlainButton isQuiet isSmall onClick={dismiss}>
            Dismiss
          </PlainButton>
        )}
      </header>
      {isRunning && <progress max={total} value={results.length} aria-label={words} />}
      {!isRunning && <Rows results={results} />}
    </section>
  );
}

function Rows({ results }: { results: readonly Result[] }) {
  const sorted = results.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard
    <ul tabIndex={0} aria-label="Results">
      {sorted.map(({ row: { number, name }, outcome, why }) => (
        <li key={number}>
          <Chip tone={TONES[outcome]}>{WORDS[outcome]}</Chip>
          <Link href={`/requests/${number}`} prefetch={false}>
            {number}
          </Link>
          <span>{name}</span>
          {why && <span className={classes.why}>{why}</span>}
        </li>
      ))}
    </ul>
  );
}
