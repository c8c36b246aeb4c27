import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AmendForm } from '@/components/decision/amend-form';
import { show } from '@/lib/door/next';
import { openRequest } from '@/lib/queries/open-request';
import { amend } from './actions';

export const metadata: Metadata = { title: 'Amend the decision' };

export default async function AmendPage({ params }: { params: Promise<{ number: string }> }) {
  const request = await show(openRequest, { number: (await params).number });
  const decision = request.decisions.find((one) => one.mayAmend) ?? notFound();
  return <AmendForm request={request} decision={decision} amend={amend} />;
}
