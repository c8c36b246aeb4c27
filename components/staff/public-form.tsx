import classes from './staff.module.css';

/** Where people ask for a review, for whoever makes the clinic's website. */
export function PublicForm() {
  return (
    <section className={classes.section} aria-labelledby="public-form">
      <h2 id="public-form">Public form</h2>
      <p className={classes.soft}>
        People ask for a review at{' '}
        <a href="/review-request" target="_blank" rel="noreferrer">
          /review-request
        </a>{' '}
        (Spanish:{' '}
        <a href="/review-request?lang=es" target="_blank" rel="noreferrer">
          /review-request?lang=es
        </a>
        ). Link to it from the clinic's website; it needs no key.
      </p>
    </section>
  );
}
