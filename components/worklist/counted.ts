import type { ListTab } from '@/components/ui/list-head';
import { type Count, VIEW_WORDS, VIEWS, type View } from '@/lib/domain/desk';
import type { StaffRole } from '@/lib/domain/permissions';
import type { Question } from './use-question';

type Counts = Readonly<Record<View, Count>>;

/** "1,204", "10,000+" */
export function counted({ value, isExact }: Count): string {
  return `${value.toLocaleString('en-US')}${isExact ? '' : '+'}`;
}

/** Each view with the rows behind it, whatever the filter. Nothing is ever assigned to a manager. */
export function viewTabs({ asked, view: current }: Question, counts: Counts, role: StaffRole): ListTab[] {
  const sort = asked.get('sort');
  return VIEWS.filter((view) => view !== 'mine' || role !== 'manager').map((view) => ({
    href: `/requests?view=${view}${sort ? `&sort=${sort}` : ''}`,
    words: VIEW_WORDS[view],
    count: counted(counts[view]),
    isHere: view === current,
    isAlarm: view === 'red-flags' && counts[view].value > 0,
  }));
}
