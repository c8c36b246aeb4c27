'use client';
import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Act } from '@/components/request/acts';
import { instantAt } from '@/components/request/clinic-time';
import { messageAt, ProblemNote } from '@/components/request/problem-note';
import { useLeaveWarning } from '@/components/request/use-leave-warning';
import { useClinic } from '@/components/ui/clinic';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import { Deadline, NO_DAY } from './deadline';
import classes from './notes.module.css';
import { SaveRow } from './save-row';

type Props = {
  readonly request: OpenRequest;
  readonly writeNote: Act;
  /** The note this adds to. */
  readonly addendumTo?: string;
  readonly onDone?: () => void;
};

/** Cleared only once it is kept. */
export function NoteForm({ request, writeNote, addendumTo, onDone }: Props) {
  const { timeZone } = useClinic();
  const { save, isSaving, isSaved, problem, clear } = useSave(writeNote);
  const [text, setText] = useState('');
  const [next, setNext] = useState(NO_DAY);
  useLeaveWarning(text.trim() !== '');

  async function send(event: FormEvent) {
    event.preventDefault();
    const nextAt = instantAt(next.day, next.time, timeZone);
    const { ok } = await save({
      number: request.number,
      text,
      ...(addendumTo ? { addendumTo } : {}),
      ...(nextAt ? { nextAt } : {}),
    });
    if (!ok) return;
    setText('');
    setNext(NO_DAY);
    onDone?.();
  }

  return (
    <form onSubmit={send} onChange={clear} noValidate className={classes.form}>
      <Textarea
        aria-label={addendumTo ? 'Addendum' : 'Note'}
        placeholder={addendumTo ? 'What is added or corrected' : 'What happened, in a sentence'}
        autosize
        minRows={2}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={messageAt(problem, 'text', text)}
        data-autofocus={Boolean(addendumTo)}
      />
      {!addendumTo && text !== '' && (
        <Deadline
          label="Follow up on"
          value={next}
          onChange={setNext}
          now={request.now}
          error={messageAt(problem, 'nextAt')}
        />
      )}
      <ProblemNote problem={problem} shownAtFields={['text', 'nextAt']} />
      <SaveRow
        words={addendumTo ? 'Add addendum' : 'Save note'}
        isSaving={isSaving}
        isSaved={isSaved && text === ''}
        onCancel={onDone}
      />
    </form>
  );
}
