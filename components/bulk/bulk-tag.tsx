'use client';
import { type FormEvent, useId, useState } from 'react';
import { Front } from '@/components/keys/front';
import { PlainButton } from '@/components/ui/plain-button';
import type { WorklistItem } from '@/lib/domain/desk';
import { TAG_LENGTH, TAG_WARNING, tagAsKept, tagProblem } from '@/lib/domain/tags';
import classes from './bulk.module.css';

export type TagChange = { readonly add: readonly string[]; readonly remove: readonly string[] };
type Props = {
  readonly selected: readonly WorklistItem[];
  readonly onTag: (change: TagChange) => void;
  readonly onClose: () => void;
};

/** One tag on all of them, or one of theirs off. */
export function BulkTag({ selected, onTag, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const theirs = [...new Set(selected.flatMap(({ tags }) => tags))].toSorted();
  function add(event: FormEvent) {
    event.preventDefault();
    const tag = tagAsKept(typed);
    const wrong = tagProblem(tag);
    if (wrong) setProblem(wrong);
    else onTag({ add: [tag], remove: [] });
  }
  return (
    <Front label="Tag" className={classes.step} onClose={onClose}>
      <h2>
        Tag {selected.length} {selected.length === 1 ? 'request' : 'requests'}
      </h2>
      <form onSubmit={add} className={classes.tagForm}>
        <input
          aria-label="Tag to put on"
          aria-describedby={`${id}-warning ${id}-problem`}
          aria-invalid={problem !== null}
          maxLength={TAG_LENGTH}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <PlainButton type="submit">Put on</PlainButton>
      </form>
      <p role="alert" id={`${id}-problem`} className={classes.problem}>
        {problem}
      </p>
      <p id={`${id}-warning`}>{TAG_WARNING}</p>
      {theirs.length > 0 && (
        <ul aria-label="Tags to take off" className={classes.theirs}>
          {theirs.map((tag) => (
            <li key={tag}>
              <PlainButton isQuiet isSmall onClick={() => onTag({ add: [], remove: [tag] })}>
                Take off “{tag}”
              </PlainButton>
            </li>
          ))}
        </ul>
      )}
      <PlainButton isQuiet onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        Cancel
      </PlainButton>
    </Front>
  );
}
