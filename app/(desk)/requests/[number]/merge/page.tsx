import type { Metadata } from 'next';
import { MergeScreen } from '@/components/duplicates/merge-screen';
import { show } from '@/lib/door/next';
import { compareRequests } from '@/lib/queries/compare-requests';
import { merge } from './actions';

export const metadata: Metadata = { title: 'Side by side' };

type At = {
  readonly params: Promise<{ number: string }>;
  readonly searchParams: Promise<{ with?: string | string[] }>;
};

export default async function MergePage({ params, searchParams }: At) {
  const { number } = await params;
  const both = await show(compareRequests, { number, with: (await searchParams).with });
  return <MergeScreen key={`${number} ${both.goes.number}`} both={both} merge={merge} />;
}
