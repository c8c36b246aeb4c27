'use client';
import Link from 'next/link';
import linkButton from '@/components/ui/link-button.module.css';
import type { WorklistPage } from '@/lib/domain/desk';
import { counted } from './counted';
import classes from './pager.module.css';
import { pageAfter, pageBefore, pageNumber } from './question';
import type { Question } from './use-question';

const USUAL_LIMIT = 50;

export function Pager({ page, question }: { page: WorklistPage; question: Question }) {
  const { asked, hrefOf, follow } = question;
  const before = pageBefore(asked);
  if (!before && !page.nextCursor) return null;
  const first = (pageNumber(asked) - 1) * (Number(asked.get('limit')) || USUAL_LIMIT) + 1;
  const look = `${linkButton.button} ${linkButton.quiet} ${linkButton.small}`;
  return (
    <nav className={classes.pager} aria-label="Pages">
      <span>
        {first.toLocaleString('en-US')}–{(first + page.items.length - 1).toLocaleString('en-US')} of{' '}
        {counted(page.found)}
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
