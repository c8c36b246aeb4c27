'use client';
import dynamic from 'next/dynamic';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { dayAfter } from '@/lib/domain/working-time';
import { Card, Wide } from './card';
import { Count } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';
import { dayWords } from './words';

const ArrivalsChart = dynamic(() => import('./arrivals-chart').then((chart) => chart.ArrivalsChart), {
  ssr: false,
  loading: () => <div className={classes.chart} aria-hidden />,
});

export function Arrivals({ stats, toRows }: { stats: PipelineStats; toRows: ToRows }) {
  const { arrivals, from, to } = stats;
  const isCut = (arrivals[0]?.week ?? from) < from || dayAfter(arrivals.at(-1)?.week ?? to, 6) > to;
  return (
    <Card
      title="Received by week, and decided of those"
      note={isCut ? 'The first and last weeks hold only the days asked for.' : undefined}
    >
      <ArrivalsChart
        weeks={arrivals.map(({ week, received, decided }) => ({ week: dayWords(week), received, decided }))}
      />
      <details className={classes.behind}>
        <summary>Table by week</summary>
        <Wide label="Received and decided by week">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Week of</th>
                <th scope="col">Received</th>
                <th scope="col">Decided</th>
              </tr>
            </thead>
            <tbody>
              {arrivals.map(({ week, received, decided }) => {
                const days = { from: later(week, from), to: earlier(dayAfter(week, 6), to) };
                return (
                  <tr key={week}>
                    <th scope="row">{dayWords(week, true)}</th>
                    <td>
                      <Count count={received} rows={toRows(days)} of={`received in the week of ${dayWords(week)}`} />
                    </td>
                    <td>
                      <Count
                        count={decided}
                        rows={toRows({ ...days, reached: 'decided' })}
                        of={`of the week of ${dayWords(week)}, decided`}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Wide>
      </details>
    </Card>
  );
}

const later = (one: string, other: string) => [one, other].sort()[1] ?? one;
const earlier = (one: string, other: string) => [one, other].sort()[0] ?? one;
