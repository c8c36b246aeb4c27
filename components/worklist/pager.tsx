'use client';
import Link from 'next/link';
import linkButton from '@/components/ui/link-button.module.css';
import { Pill } from '@/components/ui/pill';
import type { WorklistPage } from '@/lib/domain/desk';
import { counted } from './counted';
import classes from './pager.module.css';
import { pageAfter, pageBefore, pageNumber } from './question';
import type { Question } from './use-question';

const USUAL_LIMIT = 50;
const LIMITS = ['50', '100', '200'].map((value) => ({ value, words: value }));

export function Pager({ page, question }: { page: WorklistPage; question: Question }) {
  const { asked, ask, hrefOf, follow } = question;
  const before = pageBefore(asked);
  if (!before && !page.nextCursor && !asked.has('limit')) return null;
  const limit = asked.get('limit') ?? String(USUAL_LIMIT);
  const first = (pageNumber(asked) - 1) * (Number(asked.get('limit')) || USUAL_LIMIT) + 1;
  const look = `${linkButton.button} ${linkButton.quiet} ${linkButton.small}`;
  return (
    <nav className={classes.pager} aria-label="Pages">
      <span>
        {first.toLocaleString('en-US')}–{(first + page.items.length - 1).toLocaleString('en-US')} of{' '}
        {counted(page.found)}
      </span>
      <span className={classes.limit}>
        rows a page{' '}
        <Pill label="Rows a page" value={limit} choices={LIMITS} onPick={(picked) => ask({ limit: picked })} />
      </span>
      {before && (
        <Link href={hrefOf(before)} prefetch={false} className={look} onClick={follow} rel="prev">
          Previous
        </Link>
      )}
      {page.nextCursor && (
        <Link
          href={hrefOf(pageAfter(asked, page.nextCursor))}
          prefetch={false}
          className={look}
          onClick={follow}
          rel="next"
        >
          Next
        </Link>
      )}
    </nav>
  );
}
