'use client';
import { useMemo } from 'react';
import { Chip } from '@/components/ui/chip';
import { LinkButton } from '@/components/ui/link-button';
import { When } from '@/components/ui/when';
import { type ImportBatch, type ImportShown, isAtWork } from '@/lib/domain/imports';
import type { ImportActs } from './acts';
import { BadRows } from './bad-rows';
import classes from './import.module.css';
import { MappingForm } from './mapping-form';
import { Stored, Undo, Undone } from './stored';
import { useProgress } from './use-progress';
import { Drop, Verdict } from './verdict';
import { many, STATE_TONES, STATE_WORDS } from './words';

type Props = {
  readonly shown: ImportShown;
  readonly after: number;
  /** The same bytes had come before: this is that file. */
  readonly isAgain: boolean;
  readonly acts: ImportActs;
};

/** One file, from its columns to what became of its rows. It can be left at any time: the house goes on. */
export function ImportScreen({ shown, after, isAgain, acts }: Props) {
  const only = useMemo(() => [shown.batch], [shown.batch]);
  const { batches, isLost } = useProgress(only);
  const batch = batches[0] ?? shown.batch;
  const { state } = shown.batch;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <LinkButton isQuiet isSmall href="/import">
          All files
        </LinkButton>
        <h1>{batch.fileName}</h1>
        <Chip tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Chip>
        <p className={classes.soft}>
          From {batch.source}, by {batch.by}, <When at={batch.createdAt} now={shown.now} />
          {shown.encoding && `; ${shown.encoding}, ${DELIMITER_WORDS[shown.delimiter ?? ''] ?? shown.delimiter}`}
        </p>
      </header>
      {isAgain && (
        <p role="status" className={classes.section}>
          This very file came in before. Nothing was added: here is where it stands.
        </p>
      )}
      {isAtWork(state) && <Progress batch={batch} isLost={isLost} />}
      {state === 'storing' && <Undo batch={batch} undo={acts.undo} />}
      {state === 'failed' && (
        <section className={classes.section}>
          <p role="alert" className={classes.wrong}>
            This file cannot be read. {batch.problem}
          </p>
          <div className={classes.acts}>
            <Drop batch={batch} drop={acts.drop} />
          </div>
        </section>
      )}
      {state === 'checked' && <Verdict batch={batch} acts={acts} />}
      {state === 'stored' && <Stored batch={batch} undo={acts.undo} />}
      {state === 'undone' && <Undone shown={shown} />}
      {(state === 'checked' || state === 'stored') && <BadRows shown={shown} after={after} />}
      {(state === 'uploaded' || state === 'checked') && (
        <MappingForm key={shown.batch.id} shown={shown} check={acts.check} />
      )}
      {state === 'uploaded' && <Drop batch={batch} drop={acts.drop} />}
    </div>
  );
}

const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

function Progress({ batch, isLost }: { batch: ImportBatch; isLost: boolean }) {
  const most = { storing: batch.good, undoing: batch.stored }[batch.state as string] ?? batch.rows;
  const isCounted = batch.state !== 'reading' && most > 0;
  return (
    <section className={classes.section} aria-labelledby="under-way">
      <h2 id="under-way">{STATE_WORDS[batch.state]} …</h2>
      <progress
        className={classes.bar}
        aria-labelledby="under-way"
        max={isCounted ? most : undefined}
        value={isCounted ? batch.done : undefined}
      />
      <p className={classes.soft}>
        {isCounted && `${batch.done.toLocaleString('en-US')} of ${many(most, 'row')}. `}
        You can leave this page: it goes on, also after a restart.
      </p>
      {isLost && (
        <p role="alert" className={classes.wrong}>
          The clinic cannot be reached at the moment. What was done is safe; this page asks again.
        </p>
      )}
    </section>
  );
}
