'use client';
import { NothingPage } from './nothing';
import { PlainButton } from './plain-button';
import classes from './said.module.css';

/** What nobody expected. The id finds it in the clinic's log; nothing of a person is in it. */
export function Failed({ error }: { error: Error & { digest?: string } }) {
  return (
    <NothingPage
      title="This page could not be shown"
      act={<PlainButton onClick={() => window.location.reload()}>Try again</PlainButton>}
    >
      <p>
        Something went wrong at the clinic's end. What was saved before is safe; what you typed on this page and did not
        save was not sent.
      </p>
      {error.digest && (
        <p className={classes.id}>
          If it stays, tell your administrator this id: <b>{error.digest}</b>
        </p>
      )}
    </NothingPage>
  );
}
