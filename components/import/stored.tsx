'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { useSave } from '@/components/ui/use-save';
import type { ImportBatch, ImportShown } from '@/lib/domain/imports';
import type { ImportActs } from './acts';
import classes from './import.module.css';
import { BadRowsFile } from './verdict';
import { many } from './words';

/** What was stored, and the way back. */
export function Stored({ batch, undo }: { batch: ImportBatch; undo: ImportActs['undo'] }) {
  return (
    <section className={classes.section} aria-labelledby="stored">
      <h2 id="stored">{many(batch.stored, 'request')} stored</h2>
      <p className={classes.soft}>
        {batch.bad > 0 && `${many(batch.bad, 'bad row')} left out. `}
        {batch.repeated > 0 && `${many(batch.repeated, 'row')} told already and not stored again. `}
      </p>
      <div className={classes.acts}>
        <LinkButton href="/requests?view=all&source=import&sort=-received">Show imported requests</LinkButton>
        {batch.bad > 0 && <BadRowsFile batch={batch} />}
        <Undo batch={batch} undo={undo} />
      </div>
    </section>
  );
}

export function Undo({ batch, undo }: { batch: ImportBatch; undo: ImportActs['undo'] }) {
  const [isAsking, setAsking] = useState(false);
  const { save, isSaving, problem } = useSave(undo);
  async function confirm() {
    if ((await save({ batchId: batch.id })).ok) setAsking(false);
  }
  return (
    <>
      <PlainButton isQuiet onClick={() => setAsking(true)} aria-haspopup="dialog">
        Undo this import
      </PlainButton>
      {isAsking && (
        <Dialog title="Undo this import" onClose={() => setAsking(false)}>
          <p>
            Its requests that nobody has worked on are closed as “Import undone”. Those somebody has touched, and those
            whose red flag waits for a clinician, stay and are named here. The same file can then be uploaded again.
          </p>
          <ProblemLine problem={problem} />
          <div className={classes.acts}>
            <PlainButton onClick={() => void confirm()} disabled={isSaving}>
              Undo {many(batch.stored, 'request')}
            </PlainButton>
            <PlainButton isQuiet onClick={() => setAsking(false)}>
              Cancel
            </PlainButton>
          </div>
        </Dialog>
      )}
    </>
  );
}

const KEPT_WORDS: Readonly<Record<string, string>> = {
  touched: 'somebody has worked on it',
  red_flag: 'a red flag waits for a clinician',
};

/** What an undo left open, and why. */
export function Undone({ shown: { batch, kept } }: { shown: ImportShown }) {
  return (
    <section className={classes.section} aria-labelledby="undone">
      <h2 id="undone">Undone: {many(batch.stored - batch.kept, 'request')} closed</h2>
      {batch.kept > 0 && (
        <>
          <p className={classes.soft}>
            {many(batch.kept, 'request')} kept
            {batch.kept > kept.length ? `; the first ${kept.length} of them:` : ':'}
          </p>
          <ul className={classes.notes}>
            {kept.map(({ row, number, keptFor }) => (
              <li key={number}>
                <Link href={`/requests/${number}`} prefetch={false}>
                  {number}
                </Link>{' '}
                (row {row}): {KEPT_WORDS[keptFor ?? ''] ?? keptFor}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
