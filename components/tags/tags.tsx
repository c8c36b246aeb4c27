'use client';
import { type FormEvent, useId, useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { type Action, useSave } from '@/components/ui/use-save';
import { TAG_LENGTH, TAG_WARNING } from '@/lib/domain/tags';
import classes from './tags.module.css';

type Props = {
  readonly number: string;
  readonly tags: readonly string[];
  readonly mayTag: boolean;
  readonly tag: Action<unknown>;
  readonly onTagged?: () => void;
};

/** The tags of a request; each can be taken off, and a field to type another one opens where they stand. */
export function Tags({ number, tags, mayTag, tag, onTagged }: Props) {
  const { save, isSaving, problem, clear } = useSave(tag);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const id = useId();

  async function change(change: { readonly add?: string[]; readonly remove?: string[] }) {
    const { ok } = await save({ number, ...change });
    if (ok) onTagged?.();
    return ok;
  }
  async function add(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === '' || !(await change({ add: [typed] }))) return;
    setTyped('');
  }
  if (!mayTag) return <TagList tags={tags} />;
  return (
    <span className={classes.tags}>
      <TagList tags={tags} onRemove={isSaving ? undefined : (one) => void change({ remove: [one] })} />
      <form onSubmit={add} className={classes.add}>
        <input
          data-act="tag"
          aria-label={`Add a tag to ${number}`}
          aria-describedby={id}
          aria-invalid={problem !== null}
          placeholder="+ tag"
          maxLength={TAG_LENGTH}
          autoComplete="off"
          value={typed}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(typed !== '')}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            clear();
          }}
        />
        {typed !== '' && (
          <PlainButton type="submit" isQuiet isSmall disabled={isSaving}>
            Add
          </PlainButton>
        )}
      </form>
      <span id={id} className={isOpen ? classes.warning : 'unseen'}>
        {TAG_WARNING}
      </span>
      <ProblemLine problem={problem} />
    </span>
  );
}

function TagList({ tags, onRemove }: { tags: readonly string[]; onRemove?: (tag: string) => void }) {
  if (tags.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Tags">
      {tags.map((one) => (
        <li key={one}>
          <Chip>
            {one}
            {onRemove && (
              <button
                type="button"
                className={classes.remove}
                aria-label={`Take off “${one}”`}
                onClick={() => onRemove(one)}
              >
                ×
              </button>
            )}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
