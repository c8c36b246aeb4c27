import { StatsLoading } from '@/components/stats/stats-loading';

export default function Loading() {
  return <StatsLoading />;
}
