import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AmendScreen } from '@/components/review/amend-screen';
import { DraftsKept } from '@/components/ui/drafts-kept';
import { show } from '@/lib/door/next';
import { openRequest } from '@/lib/queries/open-request';
import { readDrafts } from '@/lib/queries/read-drafts';
import { amend } from './actions';

export const metadata: Metadata = { title: 'Amend the decision' };

export default async function AmendPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  const request = await show(openRequest, { number });
  const decision = request.decisions.find((one) => one.mayAmend) ?? notFound();
  const { drafts } = await show(readDrafts, { number });
  return (
    <DraftsKept drafts={drafts}>
      <AmendScreen request={request} decision={decision} amend={amend} />
    </DraftsKept>
  );
}
