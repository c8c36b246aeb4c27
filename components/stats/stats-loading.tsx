import classes from './stats.module.css';

const HEADLINES = ['received', 'decided', 'told', 'complete'];
const CARDS = ['funnel', 'arrivals', 'ages', 'waits'];

export function StatsLoading() {
  return (
    <div className={classes.screen} aria-busy="true">
      <header className={classes.head}>
        <h1>Pipeline</h1>
        <p className={classes.soft} role="status">
          Counting…
        </p>
      </header>
      <div className={classes.grid} aria-hidden>
        {HEADLINES.map((card) => (
          <div key={card} className={`${classes.card} ${classes.one}`} />
        ))}
        {CARDS.map((card) => (
          <div key={card} className={`${classes.card} ${classes.stack} ${classes.tall}`} />
        ))}
      </div>
    </div>
  );
}
