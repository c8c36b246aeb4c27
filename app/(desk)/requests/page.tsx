import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Refused } from '@/components/ui/refused';
import { WorklistScreen } from '@/components/worklist/worklist-screen';
import { VIEWS } from '@/lib/domain/desk';
import { look, show } from '@/lib/door/next';
import { listViews } from '@/lib/queries/list-views';
import { openView } from '@/lib/queries/open-view';
import { readSession } from '@/lib/queries/read-session';
import { worklist } from '@/lib/queries/worklist';
import {
  assign,
  assignEach,
  change,
  find,
  keep,
  move,
  moveEach,
  note,
  prefer,
  remove,
  restore,
  share,
  tag,
  tagEach,
  undo,
  undoEach,
} from './actions';

export const metadata: Metadata = { title: 'Requests' };
const acts = { assign, assignEach, move, moveEach, note, tag, tagEach, undo, undoEach };
const viewActs = { keep, change, share, remove, restore, prefer };
type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };
const HOME = { home: '/requests', homeWords: 'Show my list' };

export default async function RequestsPage({ searchParams }: Props) {
  const { role } = await show(readSession);
  // How the reader came to this page is theirs to know, not part of the question.
  const { page: _page, before: _before, saved, ...asked } = await searchParams;
  if (saved !== undefined && Object.keys(asked).length === 0) {
    const opened = await look(openView, { viewId: saved });
    if (!opened.ok) return <Refused title="This view cannot be opened" problem={opened.problem} {...HOME} />;
    redirect(`/requests?${new URLSearchParams({ ...opened.answer.question, saved: opened.answer.viewId })}`);
  }
  const question = { view: role === 'manager' ? 'all' : 'mine', ...asked };
  const [page, views] = await Promise.all([look(worklist, question), show(listViews)]);
  if (!page.ok) return <Refused problem={page.problem} asked={asked} {...HOME} />;
  return (
    <WorklistScreen
      page={page.answer}
      view={VIEWS.find((view) => view === question.view) ?? 'all'}
      views={views}
      acts={acts}
      viewActs={viewActs}
      find={find}
    />
  );
}
