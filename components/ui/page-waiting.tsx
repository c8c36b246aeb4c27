import classes from './page-waiting.module.css';

const ROWS = Array.from({ length: 14 }, (_, at) => at);

/** The shape of a list, while it is fetched; not before a moment has passed, so that quick answers do not flicker. */
export function PageWaiting() {
  return (
    <div className={classes.waiting} role="status">
      <span className="unseen">Loading</span>
      <div className={classes.title} />
      <div className={classes.line} />
      {ROWS.map((at) => (
        <div key={at} className={classes.row} style={{ opacity: 1 - at / ROWS.length }} />
      ))}
    </div>
  );
}
