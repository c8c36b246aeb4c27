import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Card } from './card';
import { Count, percent } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';
import { MILESTONE_WORDS } from './words';

/** A table that draws itself: each bar is its share of what was received. */
export function Funnel({ stats, toRows, isMine }: { stats: PipelineStats; toRows: ToRows; isMine: boolean }) {
  const received = stats.funnel[0]?.count ?? null;
  const complete = percent(stats.funnel[1]?.count ?? null, received);
  return (
    <Card
      title={
        complete === null || isMine
          ? 'How far requests came'
          : `${complete} % of the requests received have become complete so far`
      }
      note="Percent of the step before. Open requests count where they are today."
    >
      <table className={classes.bars}>
        <thead className={classes.unseen}>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Requests</th>
            <th scope="col">Of the step before</th>
          </tr>
        </thead>
        <tbody>
          {stats.funnel.map(({ milestone, count }, at) => {
            const share = percent(count, stats.funnel[at - 1]?.count ?? null);
            return (
              <tr key={milestone} style={{ '--share': `${percent(count, received) ?? 0}%` } as React.CSSProperties}>
                <th scope="row">{MILESTONE_WORDS[milestone]}</th>
                <td>
                  <Count
                    count={count}
                    rows={toRows(at === 0 ? {} : { reached: milestone })}
                    of={MILESTONE_WORDS[milestone].toLowerCase()}
                  />
                </td>
                <td className={classes.soft}>{share === null ? '' : `${share} %`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
