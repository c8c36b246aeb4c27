import classes from './review.module.css';

export function ReviewLoading() {
  return (
    <div className={classes.screen} aria-busy="true">
      <p className={`${classes.start} ${classes.soft}`} role="status">
        Opening the review…
      </p>
    </div>
  );
}
