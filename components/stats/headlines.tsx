import type { Milestone } from '@/lib/domain/measures';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Card } from './card';
import { Count, daysToSay, percent } from './number';
import type { ToRows } from './rows-link';
import classes from './stats.module.css';

type Props = { readonly stats: PipelineStats; readonly toRows: ToRows; readonly isMine: boolean };

/** The four numbers a day begins with. */
export function Headlines({ stats, toRows, isMine }: Props) {
  const counted = (milestone: Milestone) => stats.funnel.find((step) => step.milestone === milestone)?.count ?? null;
  const [received, decided] = [counted('received'), counted('decided')];
  const share = percent(decided, received);
  return (
    <>
      <Card title="Received" size="one" note={isMine ? 'in these days, and read by you' : 'in these days'}>
        <p className={classes.big}>
          <Count count={received} rows={toRows()} of="received" />
        </p>
      </Card>
      <Card
        title="Decided"
        size="one"
        note={`${share === null ? '' : `${share} % `}of those${isMine ? '; the others need more' : ''}`}
      >
        <p className={classes.big}>
          <Count count={decided} rows={toRows({ reached: 'decided' })} of="decided" />
        </p>
      </Card>
      <Wait stats={stats} toRows={toRows} title="Received to told, median" from="received" to="informed" />
      <Wait stats={stats} toRows={toRows} title="Complete to decided, median" from="complete" to="decided" />
    </>
  );
}

function Wait({
  stats,
  toRows,
  title,
  from,
  to,
}: Omit<Props, 'isMine'> & { title: string; from: Milestone; to: Milestone }) {
  const wait = stats.waits.find((one) => one.from === from && one.to === to);
  if (!wait) return null;
  return (
    <Card
      title={title}
      size="one"
      note={
        <>
          90 % within {daysToSay(wait.p90)} · of{' '}
          <Count count={wait.count} rows={toRows({ reached: to })} of={`with ${title.toLowerCase()}`} /> so far
        </>
      }
    >
      <p className={classes.big}>{daysToSay(wait.median)}</p>
    </Card>
  );
}
