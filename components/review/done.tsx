import Link from 'next/link';
import { VERDICT_WORDS, type Verdict } from '@/lib/domain/candidacy';
import classes from './done.module.css';

export type Decided = { readonly number: string; readonly name: string; readonly verdict: Verdict };

/** What was just saved, quietly, until the next one is. */
export function Done({ decided }: { decided: Decided | null }) {
  return (
    <p role="status" className={decided ? classes.done : classes.silent}>
      {decided && (
        <>
          <span aria-hidden>✓</span> {decided.name}: {VERDICT_WORDS[decided.verdict].toLowerCase()}, saved.{' '}
          <Link href={`/requests/${decided.number}`} prefetch={false}>
            {decided.number}
          </Link>
        </>
      )}
    </p>
  );
}
