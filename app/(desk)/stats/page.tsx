import type { Metadata } from 'next';
import { StatsScreen } from '@/components/stats/stats-screen';
import { Refused } from '@/components/ui/refused';
import { look } from '@/lib/door/next';
import { pipelineStats } from '@/lib/queries/pipeline-stats';

export const metadata: Metadata = { title: 'Pipeline' };
type Props = { searchParams: Promise<{ from?: string; to?: string; source?: string }> };

export default async function StatsPage({ searchParams }: Props) {
  const { from, to, source } = await searchParams;
  const stats = await look(pipelineStats, { from, to, source });
  if (!stats.ok)
    return (
      <Refused problem={stats.problem} asked={{ from, to, source }} home="/stats" homeWords="Show the last 90 days" />
    );
  return <StatsScreen stats={stats.answer} source={source ?? ''} />;
}
