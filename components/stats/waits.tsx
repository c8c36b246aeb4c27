import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Card, Wide } from './card';
import { Count, Days } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';
import { MILESTONE_WORDS } from './words';

export function Waits({ stats, toRows }: { stats: PipelineStats; toRows: ToRows }) {
  return (
    <Card
      title="From step to step"
      note="Wall-clock time of the requests that came that far; open ones are not in these yet."
    >
      <Wide label="Waits from step to step">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">From, to</th>
              <th scope="col">Median</th>
              <th scope="col">90 % within</th>
              <th scope="col">Requests</th>
            </tr>
          </thead>
          <tbody>
            {stats.waits.map(({ from, to, median, p90, count }) => {
              const words = `${MILESTONE_WORDS[from]} to ${MILESTONE_WORDS[to].toLowerCase()}`;
              return (
                <tr key={words}>
                  <th scope="row">{words}</th>
                  <td>
                    <Days days={median} />
                  </td>
                  <td>
                    <Days days={p90} />
                  </td>
                  <td>
                    <Count count={count} rows={toRows({ reached: to })} of={words} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
    </Card>
  );
}
