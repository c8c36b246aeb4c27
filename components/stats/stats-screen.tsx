'use client';
import { useClinic } from '@/components/ui/clinic';
import type { PipelineStats } from '@/lib/domain/stats-shown';
import { Arrivals } from './arrivals';
import { BySource } from './by-source';
import { BySurgeon } from './by-surgeon';
import { Funnel } from './funnel';
import { Headlines } from './headlines';
import { OpenByAge } from './open-by-age';
import { RangeBar } from './range-bar';
import { ReasonsForNo } from './reasons-for-no';
import { rowsOf } from './rows-link';
import classes from './stats.module.css';
import { Waits } from './waits';
import { dayWords } from './words';

/** One page of numbers; each opens its rows. */
export function StatsScreen({ stats, source }: { stats: PipelineStats; source: string }) {
  const { me } = useClinic();
  const isMine = me.role === 'surgeon';
  const toRows = rowsOf(stats, { ...(source ? { source } : {}), ...(isMine ? { surgeon: me.id } : {}) });
  const parts = { stats, toRows, isMine };
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div>
          <h1>Pipeline</h1>
          <p className={classes.soft}>
            {isMine ? 'Your decisions, received' : 'Received'}{' '}
            {dayWords(stats.from, stats.from.slice(0, 4) !== stats.to.slice(0, 4))} – {dayWords(stats.to, true)}
          </p>
        </div>
        <RangeBar stats={stats} source={source} />
      </header>
      {stats.funnel[0]?.count === 0 ? (
        <>
          <p className={classes.empty}>
            No request was received in these days{source ? ' from this source' : ''}. Choose a longer range above.
          </p>
          <OpenByAge {...parts} />
        </>
      ) : (
        <div className={classes.grid}>
          <Headlines {...parts} />
          <div className={classes.stack}>
            <Funnel {...parts} />
            <OpenByAge {...parts} />
            <ReasonsForNo {...parts} />
          </div>
          <div className={classes.stack}>
            <Arrivals {...parts} />
            <Waits {...parts} />
            <BySource {...parts} />
            <BySurgeon {...parts} />
          </div>
        </div>
      )}
    </div>
  );
}
