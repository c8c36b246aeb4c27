import ink from '@/components/decision/ink.module.css';
import classes from './stats.module.css';

export function StatsLoading() {
  return (
    <div className={`${ink.ink} ${classes.screen}`} aria-busy="true">
      <header className={classes.head}><h1>Pipeline</h1><p className={classes.soft} role="status">Counting…</p></header>
      <div className={classes.grid} aria-hidden>
        {['one', 'one', 'one', 'one'].map((size, at) => <div key={at} className={`${classes.card} ${classes[size]}`} />)}
        {['half', 'half', 'half', 'half'].map((size, at) => <div key={at} className={`${classes.card} ${classes[size]} ${classes.tall}`} />)}
      </div>
    </div>
  );
}
