import type { Metadata } from 'next';
import { WorklistScreen } from '@/components/worklist/worklist-screen';
import { VIEWS, type View } from '@/lib/domain/desk';
import { show } from '@/lib/door/next';
import { readSession } from '@/lib/queries/read-session';
import { worklist } from '@/lib/queries/worklist';

export const metadata: Metadata = { title: 'Requests' };
type Asked = Promise<Record<string, string | string[] | undefined>>;

export default async function RequestsPage({ searchParams }: { searchParams: Asked }) {
  const { role } = await show(readSession);
  const asked = { view: role === 'manager' ? 'all' : 'mine', ...(await searchParams) };
  const page = await show(worklist, asked);
  return <WorklistScreen page={page} view={VIEWS.find((view) => view === asked.view) ?? ('all' satisfies View)} mayEnter={role === 'coordinator'} />;
}
