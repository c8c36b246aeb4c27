'use client';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { Nothing } from '@/components/ui/nothing';
import { When } from '@/components/ui/when';
import { type ImportBatch, isAtWork } from '@/lib/domain/imports';
import type { UploadActs } from './acts';
import classes from './import.module.css';
import { Upload } from './upload';
import { useProgress } from './use-progress';
import { many, STATE_TONES, STATE_WORDS } from './words';

type Props = {
  readonly batches: readonly ImportBatch[];
  readonly sources: readonly string[];
  readonly now: string;
  readonly acts: UploadActs;
};

/** Every file that came in, and the way for the next one. */
export function ImportsScreen({ batches: first, sources, now, acts }: Props) {
  const { batches } = useProgress(first);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Import</h1>
      </header>
      <Upload sources={sources} acts={acts} />
      {batches.length === 0 ? (
        <Nothing title="No file yet">
          Every file stands here: how far it is, what became of its rows, and the way to undo it.
        </Nothing>
      ) : (
        <div className={classes.table}>
          <table role="table" aria-label="Files">
            <thead role="rowgroup">
              <tr role="row">
                {['File', 'From', 'Rows', 'State', 'By', 'When'].map((words) => (
                  <th key={words} role="columnheader" scope="col">
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {batches.map((batch) => (
                <tr role="row" key={batch.id}>
                  <td role="cell">
                    <Link href={`/import/${batch.id}`} prefetch={false}>
                      {batch.fileName}
                    </Link>
                  </td>
                  <td role="cell">{batch.source}</td>
                  <td role="cell">{batch.rows.toLocaleString('en-US')}</td>
                  <td role="cell">
                    <Chip tone={STATE_TONES[batch.state]}>{STATE_WORDS[batch.state]}</Chip> {saidOf(batch)}
                  </td>
                  <td role="cell">{batch.by}</td>
                  <td role="cell">
                    <When at={batch.createdAt} now={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function saidOf(batch: ImportBatch): string {
  if (isAtWork(batch.state) && batch.state !== 'reading')
    return `${batch.done.toLocaleString('en-US')} of ${many(batch.state === 'storing' ? batch.good : batch.state === 'undoing' ? batch.stored : batch.rows, 'row')}`;
  if (batch.state === 'checked') return `${many(batch.good, 'good row')}, ${batch.bad.toLocaleString('en-US')} bad`;
  if (batch.state === 'stored') return many(batch.stored, 'request');
  if (batch.state === 'undone' && batch.kept > 0) return `${batch.kept.toLocaleString('en-US')} kept`;
  return '';
}
