'use client';
import { useClinic } from './clinic';
import classes from './draft-line.module.css';
import type { Draft } from './use-draft';
import { fullTime, shortTime } from './when';

/** Where the draft of this form stands, on a line that is always there: nothing moves when it speaks. */
export function DraftLine({ draft }: { draft: Draft }) {
  const { status } = draft.state;
  const isLoud = draft.isStuck || status === 'elsewhere' || status === 'discarded' || status === 'gone';
  return (
    <div className={classes.line}>
      <span role="status" className={draft.isStuck || status === 'elsewhere' ? classes.warn : undefined}>
        {isLoud && <Words draft={draft} />}
      </span>
      {!isLoud && (
        <span className={classes.soft}>
          <Words draft={draft} />
        </span>
      )}
      <Acts draft={draft} />
    </div>
  );
}

function Words({ draft: { state } }: { draft: Draft }) {
  const { status, savedAt } = state;
  const at = savedAt && <SavedAt at={savedAt} />;
  if (status === 'restored' || status === 'taken') return <>Draft of {at}</>;
  if (status === 'saving' || status === 'unsaved') return 'Saving…';
  if (status === 'saved') return <>Draft saved {at}</>;
  if (status === 'lost')
    return navigator.onLine ? 'Not saved, kept in this window' : 'Offline: not saved yet, kept in this window';
  if (status === 'elsewhere')
    return at ? <>A newer draft of {at} is in another window</> : 'Sent or discarded in another window';
  if (status === 'discarded') return 'Draft discarded';
  return status === 'gone' ? 'Sent or discarded in another window' : null;
}

function Acts({ draft }: { draft: Draft }) {
  const { status, savedAt } = draft.state;
  const act = (words: string, onClick: () => void) => (
    <button type="button" className={classes.act} onClick={onClick}>
      {words}
    </button>
  );
  if (status === 'discarded' || status === 'gone') return act('Undo', draft.undo);
  if (status === 'elsewhere')
    return (
      <>
        {savedAt && act('Show it', () => void draft.takeNewer())}
        {draft.isUnsaved() && act('Keep this one', () => void draft.keepThis())}
      </>
    );
  if (status === 'nothing' || status === 'lost') return null;
  return (
    <>
      {status === 'taken' && act('Undo', draft.undo)}
      {act('Discard', draft.discard)}
    </>
  );
}

/** By the clinic's clock, as the clinic told it. */
function SavedAt({ at }: { at: string }) {
  const { timeZone, now } = useClinic();
  return (
    <time dateTime={at} title={fullTime(at, timeZone)}>
      {shortTime(at, now(), timeZone).replace(/^today /, '')}
    </time>
  );
}
