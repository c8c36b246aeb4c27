import { wordsFor } from '@/lib/domain/reasons';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Card } from './card';
import { Count } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';

export function ReasonsForNo({ stats, toRows }: { stats: PipelineStats; toRows: ToRows }) {
  const most = Math.max(1, ...stats.reasonsForNo.map(({ count }) => count ?? 0));
  return (
    <Card
      title="Why not now, or not a candidate"
      note={
        stats.reasonsForNo.length > 0
          ? 'By the latest verdict. A request with two reasons counts under both.'
          : undefined
      }
    >
      {stats.reasonsForNo.length === 0 && (
        <p className={classes.soft}>No verdict of not now or not a candidate in these days.</p>
      )}
      {stats.reasonsForNo.length > 0 && (
        <table className={classes.bars}>
          <thead className={classes.unseen}>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">Requests</th>
            </tr>
          </thead>
          <tbody>
            {stats.reasonsForNo.map(({ code, count }) => (
              <tr key={code} style={{ '--share': `${((count ?? 0) / most) * 100}%` } as React.CSSProperties}>
                <th scope="row">{wordsFor(code)}</th>
                <td>
                  <Count count={count} rows={toRows({ reason: code })} of={wordsFor(code)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
