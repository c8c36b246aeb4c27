import type { Metadata } from 'next';
import { FollowUpsScreen } from '@/components/follow-up/follow-ups-screen';
import { show } from '@/lib/door/next';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { complete } from './actions';

export const metadata: Metadata = { title: 'Follow-ups' };
type Props = { readonly searchParams: Promise<{ owner?: string; cursor?: string }> };

export default async function FollowUpsPage({ searchParams }: Props) {
  const { owner = 'me', cursor } = await searchParams;
  return (
    <FollowUpsScreen
      list={await show(listFollowUps, { owner, cursor })}
      owner={owner}
      isFirst={!cursor}
      complete={complete}
    />
  );
}
