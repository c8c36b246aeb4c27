'use client';
import Link from 'next/link';
import type { Act } from '@/components/request/acts';
import { Notice } from '@/components/request/notice';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { useSave } from '@/components/ui/use-save';
import { When } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import classes from './duplicates.module.css';

type Props = { readonly request: OpenRequest; readonly unmerge: Act };

/** On the page of the old number: where the work goes on, and how to take the two apart. */
export function MergedNotice({ request, unmerge }: Props) {
  const { save, isSaving, problem } = useSave(unmerge);
  const { mergedInto, now } = request;
  if (!mergedInto) return null;
  const mayUnmerge =
    request.allowedActions.some(({ action }) => action === 'request.unmerge') && now < mergedInto.until;
  return (
    <section aria-label="Merged">
      <Notice tone="amber" title={mergedInto.isRepeat ? 'Told again: part of' : 'Merged into'}>
        <Link href={`/requests/${mergedInto.number}`} prefetch={false}>
          {mergedInto.number}
        </Link>{' '}
        {mergedInto.isRepeat ? 'linked by the house as it came from' : 'by'} {mergedInto.by},{' '}
        <When at={mergedInto.at} now={now} />. The work goes on there; what was told here is kept.
        {mayUnmerge && (
          <div className={classes.acts}>
            <PlainButton
              isQuiet
              isSmall
              disabled={isSaving}
              onClick={() => void save({ number: request.number, version: request.version })}
            >
              {isSaving ? 'Taking apart…' : 'Not one person: take them apart'}
            </PlainButton>
            <span className={classes.soft}>
              possible until <When at={mergedInto.until} now={now} />
            </span>
          </div>
        )}
        <ProblemLine problem={problem} />
      </Notice>
    </section>
  );
}
