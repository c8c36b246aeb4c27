'use client';
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Act } from '@/components/request/acts';
import { said } from '@/components/request/words';
import { Chip } from '@/components/ui/chip';
import { useIsKept } from '@/components/ui/use-draft';
import { When } from '@/components/ui/when';
import type { OpenRequest, StreamItem } from '@/lib/domain/desk';
import { OUTCOME_WORDS } from '@/lib/domain/follow-up';
import { eventWords } from './event-words';
import { NoteForm } from './note-form';
import classes from './notes.module.css';

type Item<K extends StreamItem['kind']> = Extract<StreamItem, { kind: K }>;

export function NoteEntry({
  item,
  addenda,
  request,
  writeNote,
}: {
  item: Item<'note'>;
  addenda: readonly Item<'note'>[];
  request: OpenRequest;
  writeNote: Act;
}) {
  const isKept = useIsKept();
  const [isAdding, setAdding] = useState(isKept('note', item.id));
  return (
    <>
      <By item={item} now={request.now} />
      <p className={classes.text}>{item.text}</p>
      {addenda.map((addendum) => (
        <div key={addendum.id} className={classes.addendum}>
          <By item={addendum} now={request.now} what="addendum" />
          <p className={classes.text}>{addendum.text}</p>
        </div>
      ))}
      {item.mayAddend && !isAdding && (
        <UnstyledButton className={classes.quiet} onClick={() => setAdding(true)}>
          Add addendum
        </UnstyledButton>
      )}
      {isAdding && (
        <NoteForm request={request} writeNote={writeNote} addendumTo={item.id} onDone={() => setAdding(false)} />
      )}
    </>
  );
}

export function ContactEntry({ item, now }: { item: Item<'contact'>; now: string }) {
  const isReached = ['told_answer', 'reached', 'call_back', 'declined'].includes(item.outcome);
  return (
    <>
      <By item={item} now={now} what={said(item.channel).toLowerCase()} />
      <p className={classes.text}>
        <Chip tone={isReached ? 'green' : 'grey'}>{OUTCOME_WORDS[item.outcome]}</Chip>
        {item.text && ` ${item.text}`}
        {item.nextAt && (
          <span className={classes.soft}>
            {' '}
            Next <When at={item.nextAt} now={now} />.
          </span>
        )}
      </p>
    </>
  );
}

export function EventEntry({ item, now }: { item: Item<'event'>; now: string }) {
  return (
    <p>
      {eventWords(item)}
      {item.facts.dueAt && (
        <>
          , by <When at={item.facts.dueAt} now={now} />
        </>
      )}
      <span className={classes.soft}>
        {' '}
        · {item.by.name}, <When at={item.at} now={now} />
        {item.of && ` on ${item.of}`}
      </span>
    </p>
  );
}

function By({ item, now, what }: { item: StreamItem; now: string; what?: string }) {
  return (
    <p className={classes.by}>
      <b>{item.by.name}</b>
      {what && `, ${what}`}, <When at={item.at} now={now} />
      {item.of && ` on ${item.of}`}
    </p>
  );
}
