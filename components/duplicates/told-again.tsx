'use client';
import Link from 'next/link';
import { When } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import classes from './duplicates.module.css';
import { pieceWords, toldWords } from './told-words';

type Props = { readonly request: Pick<OpenRequest, 'mergedHere' | 'mergedCount' | 'now'>; readonly isLinked?: boolean };

/** What the person told another time, where it differs; nothing of it was put in place of what is told above. */
export function ToldAgain({ request: { mergedHere, mergedCount, now }, isLinked = true }: Props) {
  if (mergedCount === 0) return null;
  const otherwise = mergedHere.filter(({ differs }) => differs.length > 0);
  const alike = mergedCount - otherwise.length;
  return (
    <section className={classes.panel} aria-label="Told again">
      <h2>Told again</h2>
      <ul>
        {otherwise.map(({ number, at, differs }) => (
          <li key={number}>
            <span>
              {isLinked ? (
                <Link href={`/requests/${number}`} prefetch={false}>
                  {number}
                </Link>
              ) : (
                number
              )}
              , <When at={at} now={now} />
            </span>
            <dl>
              {differs.map(({ path, here, there }) => (
                <div key={path}>
                  <dt>{pieceWords(path)}:</dt> <dd>{toldWords(there)}</dd>{' '}
                  {path !== 'report.text' && <span className={classes.soft}>(here: {toldWords(here)})</span>}
                </div>
              ))}
            </dl>
          </li>
        ))}
        {alike > 0 && (
          <li className={classes.soft}>
            {otherwise.length > 0 ? 'And ' : ''}
            {alike === 1 ? 'once' : `${alike} times`} the same, word for word
            {mergedHere.length < mergedCount ? ' or longer ago' : ''}:{' '}
            {mergedHere
              .filter(({ differs }) => differs.length === 0)
              .slice(0, 3)
              .map(({ number }) => number)
              .join(', ')}
          </li>
        )}
      </ul>
    </section>
  );
}
