import type { ListTab } from '@/components/ui/list-head';
import { type Count, VIEW_WORDS, VIEWS, type View } from '@/lib/domain/desk';

/** "1,204", "10,000+" */
export function counted({ value, isExact }: Count): string {
  return `${value.toLocaleString('en-US')}${isExact ? '' : '+'}`;
}

/** Each view with the rows behind it, whatever the filter. */
export function viewTabs(current: View, counts: Readonly<Record<View, Count>>, sort: string | null): ListTab[] {
  return VIEWS.map((view) => ({
    href: `/requests?view=${view}${sort ? `&sort=${sort}` : ''}`,
    words: VIEW_WORDS[view],
    count: counted(counts[view]),
    isHere: view === current,
    isAlarm: view === 'red-flags' && counts[view].value > 0,
  }));
}
