import type { Metadata } from 'next';
import { WorklistScreen } from '@/components/worklist/worklist-screen';
import { VIEWS } from '@/lib/domain/desk';
import { show } from '@/lib/door/next';
import { readSession } from '@/lib/queries/read-session';
import { worklist } from '@/lib/queries/worklist';
import { assign, assignEach, move, moveEach, note, tag, tagEach, undo, undoEach } from './actions';

export const metadata: Metadata = { title: 'Requests' };
const acts = { assign, assignEach, move, moveEach, note, tag, tagEach, undo, undoEach };
type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RequestsPage({ searchParams }: Props) {
  const { role } = await show(readSession);
  // How the reader came to this page is theirs to know, not part of the question.
  const { page: _page, before: _before, ...asked } = await searchParams;
  const question = { view: role === 'manager' ? 'all' : 'mine', ...asked };
  const page = await show(worklist, question);
  return <WorklistScreen page={page} view={VIEWS.find((view) => view === question.view) ?? 'all'} acts={acts} />;
}
