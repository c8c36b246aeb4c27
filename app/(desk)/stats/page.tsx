import type { Metadata } from 'next';
import { StatsScreen } from '@/components/stats/stats-screen';
import { show } from '@/lib/door/next';
import { pipelineStats } from '@/lib/queries/pipeline-stats';

export const metadata: Metadata = { title: 'Pipeline' };
type Props = { searchParams: Promise<{ from?: string; to?: string; source?: string }> };

export default async function StatsPage({ searchParams }: Props) {
  const { from, to, source } = await searchParams;
  return <StatsScreen stats={await show(pipelineStats, { from, to, source })} source={source ?? ''} />;
}
