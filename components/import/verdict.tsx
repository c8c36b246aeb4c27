'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import linkButton from '@/components/ui/link-button.module.css';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { useSave } from '@/components/ui/use-save';
import type { ImportBatch } from '@/lib/domain/imports';
import type { ImportActs } from './acts';
import classes from './import.module.css';
import { many } from './words';

type Props = { readonly batch: ImportBatch; readonly acts: ImportActs };

/** What the dry run found, and what can be done about it. Storing is by choice, and all of it unless somebody says otherwise. */
export function Verdict({ batch, acts }: Props) {
  const { save, isSaving, problem } = useSave(acts.store);
  const isWhole = batch.bad === 0;
  const store = () => void save({ batchId: batch.id, takes: isWhole ? 'all' : 'good' });
  return (
    <section className={classes.section} aria-labelledby="verdict">
      <h2 id="verdict">The dry run</h2>
      <ul className={classes.facts}>
        <li>
          <b>{batch.good.toLocaleString('en-US')}</b> good
        </li>
        <li className={batch.bad > 0 ? classes.red : undefined}>
          <b>{batch.bad.toLocaleString('en-US')}</b> bad
        </li>
        <li>
          <b>{batch.repeated.toLocaleString('en-US')}</b> told already, not stored again
        </li>
        <li>
          <b>{batch.alarms.toLocaleString('en-US')}</b> with a red flag for a clinician
        </li>
      </ul>
      {!isWhole && (
        <p className={classes.soft}>
          Nothing is stored while a row is bad. Mend the file and upload it again, choose other columns below, or store
          the good rows only.
        </p>
      )}
      <ProblemLine problem={problem} />
      <div className={classes.acts}>
        <PlainButton onClick={store} disabled={isSaving || batch.good === 0} isQuiet={!isWhole}>
          {isWhole ? `Store all ${many(batch.good, 'row')}` : `Store the ${many(batch.good, 'good row')}`}
        </PlainButton>
        {!isWhole && <BadRowsFile batch={batch} />}
        <Drop batch={batch} drop={acts.drop} />
      </div>
    </section>
  );
}

/** A plain link: the browser writes it to disk as it comes. */
export function BadRowsFile({ batch }: { batch: ImportBatch }) {
  return (
    <a
      href={`/api/imports/${batch.id}/bad-rows`}
      download="bad-rows.csv"
      className={`${linkButton.button} ${linkButton.quiet}`}
    >
      Download the {many(batch.bad, 'bad row')}
    </a>
  );
}

export function Drop({ batch, drop }: { batch: ImportBatch; drop: ImportActs['drop'] }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const { save, isSaving, problem } = useSave(drop);
  async function confirm() {
    if ((await save({ batchId: batch.id })).ok) router.push('/import');
  }
  return (
    <>
      <PlainButton isQuiet onClick={() => setAsking(true)} aria-haspopup="dialog">
        Delete this file
      </PlainButton>
      {isAsking && (
        <Dialog title="Delete this file" onClose={() => setAsking(false)}>
          <p>Nothing of it was stored. What was read of it is deleted here; the file on your computer stays.</p>
          <ProblemLine problem={problem} />
          <div className={classes.acts}>
            <PlainButton onClick={() => void confirm()} disabled={isSaving}>
              Delete
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
