import type { Metadata } from 'next';
import { FollowUpsScreen } from '@/components/follow-up/follow-ups-screen';
import { Refused } from '@/components/ui/refused';
import { look } from '@/lib/door/next';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { complete } from './actions';

export const metadata: Metadata = { title: 'Follow-ups' };
type Props = { readonly searchParams: Promise<{ owner?: string; cursor?: string }> };

export default async function FollowUpsPage({ searchParams }: Props) {
  const { owner = 'me', cursor } = await searchParams;
  const list = await look(listFollowUps, { owner, cursor });
  if (!list.ok)
    return (
      <Refused problem={list.problem} asked={{ owner, cursor }} home="/follow-ups" homeWords="Show my follow-ups" />
    );
  return <FollowUpsScreen list={list.answer} owner={owner} isFirst={!cursor} complete={complete} />;
}
