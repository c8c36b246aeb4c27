'use client';
import { type ReactNode, useState } from 'react';
import { Menu } from '@/components/ui/menu';
import { Pill } from '@/components/ui/pill';
import type { StaffName } from '@/lib/domain/desk';
import classes from './filter.module.css';
import { type Narrowing, narrowings, ownerChoices, SORT_CHOICES, STAGE_CHOICES, SUBJECT } from './filter-words';
import { isFiltered, standing } from './question';
import { ReceivedPill } from './received-pill';
import type { Question } from './use-question';

type Props = {
  readonly question: Question;
  readonly staff: readonly StaffName[];
  readonly tags: readonly string[];
  readonly now: string;
  readonly children: ReactNode;
};

/** The filters, read as a sentence. */
export function FilterBar({ question, staff, tags, now, children }: Props) {
  const { asked, view, ask } = question;
  const [added, setAdded] = useState<string | null>(null);
  const all = narrowings(staff, [...new Set([asked.get('tag') ?? [], ...tags].flat())]);
  const shown = all.filter(({ name }) => asked.get(name) || name === added);
  function remove(name: string) {
    setAdded(null);
    if (asked.get(name)) ask({ [name]: null });
  }
  const hasStage = view !== 'red-flags';
  return (
    <search className={classes.bar} aria-label="Filter and sort">
      <span>
        {SUBJECT[view]}{' '}
        <Pill
          label="Assigned to"
          value={standing(asked, view, 'assigned')}
          choices={ownerChoices(staff)}
          onPick={(assigned) => ask({ assigned })}
        />
      </span>
      {hasStage && (
        <span>
          in{' '}
          <Pill
            label="Stage"
            isMany
            value={standing(asked, view, 'stage')}
            choices={STAGE_CHOICES}
            onPick={(stage) => ask({ stage })}
          />
        </span>
      )}
      <ReceivedPill question={question} now={now} />
      <Narrowed question={question} shown={shown} added={added} onRemove={remove} />
      <span>
        sorted by{' '}
        <Pill label="Sorted by" value={sortOf(asked)} choices={SORT_CHOICES} onPick={(sort) => ask({ sort })} />
      </span>
      <AddFilter free={all.filter((one) => !shown.includes(one) && one.choices.length > 0)} onAdd={setAdded} />
      {isFiltered(asked) && (
        <button type="button" className={classes.clear} onClick={() => ask(nothingOf(asked))}>
          Clear filters
        </button>
      )}
      {children}
    </search>
  );
}

type NarrowedProps = {
  readonly question: Question;
  readonly shown: readonly Narrowing[];
  readonly added: string | null;
  readonly onRemove: (name: string) => void;
};

function Narrowed({ question: { asked, ask }, shown, added, onRemove }: NarrowedProps) {
  return shown.map(({ name, label, lead, choices, isMany }) => (
    <span key={name}>
      {lead}{' '}
      <Pill
        label={label}
        value={asked.get(name) ?? ''}
        choices={choices}
        isMany={isMany}
        isOpenAtFirst={name === added && !asked.get(name)}
        onPick={(value) => ask({ [name]: value })}
        onRemove={() => onRemove(name)}
      />
    </span>
  ));
}

function AddFilter({
  free,
  onAdd,
}: {
  free: readonly { name: string; label: string }[];
  onAdd: (name: string) => void;
}) {
  const items = free.map(({ name, label }) => ({ value: name, words: label }));
  return (
    <Menu label="+ filter" className={classes.add} items={items} kind="act" onPick={onAdd}>
      + filter
    </Menu>
  );
}

const sortOf = (asked: URLSearchParams) => (asked.get('sort') === 'due' ? '' : (asked.get('sort') ?? ''));

const nothingOf = (asked: URLSearchParams) =>
  Object.fromEntries(
    [...asked.keys()].filter((name) => !['view', 'sort', 'limit'].includes(name)).map((name) => [name, null]),
  );
