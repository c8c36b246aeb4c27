import Link from 'next/link';
import type { View } from '@/lib/domain/desk';
import classes from './worklist.module.css';

const EMPTY: Record<View, string> = {
  'red-flags': 'No red flag is open. Good.',
  new: 'Nothing new. Every request has been opened.',
  mine: 'Your queue is empty. Take something from New.',
  'awaiting-info': 'Nobody is being waited for.',
  ready: 'Nothing is waiting for a surgeon.',
  'follow-ups-due': 'No follow-up is due today.',
  all: 'No requests yet. They arrive by the API or by phone entry.',
};

export function NothingFound({ view, isFiltered, isOverPinned }: { view: View; isFiltered: boolean; isOverPinned: boolean }) {
  if (!isFiltered) return <p className={classes.empty}>{isOverPinned && view !== 'red-flags' ? `Apart from the red flags: ${EMPTY[view].toLowerCase()}` : EMPTY[view]}</p>;
  return (
    <p className={classes.empty}>
      {isOverPinned ? 'Only the red flags are left; nothing' : 'Nothing'} in this view matches.{' '}
      <Link href={`/requests?view=${view}`} prefetch={false}>Clear the filters</Link>
    </p>
  );
}
