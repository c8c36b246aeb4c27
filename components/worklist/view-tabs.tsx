import Link from 'next/link';
import { type Count, VIEW_WORDS, VIEWS, type View } from '@/lib/domain/desk';
import classes from './worklist.module.css';

export function ViewTabs({ current, counts, sort }: { current: View; counts: Readonly<Record<View, Count>>; sort: string | null }) {
  return (
    <nav className={classes.tabs} aria-label="Views">
      {VIEWS.map((view) => (
        <Link
          key={view}
          href={`/requests?view=${view}${sort ? `&sort=${sort}` : ''}`}
          prefetch={false}
          className={classes.tab}
          aria-current={view === current ? 'page' : undefined}
          data-alarm={view === 'red-flags' && counts[view].value > 0 ? '' : undefined}
        >
          {VIEW_WORDS[view]} <b>{counted(counts[view])}</b>
        </Link>
      ))}
    </nav>
  );
}

export function counted({ value, isExact }: Count): string {
  return `${value.toLocaleString('en-US')}${isExact ? '' : '+'}`;
}
