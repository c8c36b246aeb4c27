'use client';
import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Act } from '@/components/request/acts';
import { instantAt } from '@/components/request/clinic-time';
import { messageAt, ProblemNote } from '@/components/request/problem-note';
import { useLeaveWarning } from '@/components/request/use-leave-warning';
import { useClinic } from '@/components/ui/clinic';
import { useDraft } from '@/components/ui/use-draft';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import { Deadline, dayProblem, NO_DAY } from './deadline';
import classes from './notes.module.css';
import { SaveRow } from './save-row';

type Props = {
  readonly request: OpenRequest;
  readonly writeNote: Act;
  /** The note this adds to. */
  readonly addendumTo?: string;
  readonly onDone?: () => void;
};

const NO_NOTE = { text: '', next: NO_DAY };

/** Cleared only once it is kept. */
export function NoteForm({ request, writeNote, addendumTo, onDone }: Props) {
  const { timeZone } = useClinic();
  const { save, isSaving, isSaved, problem, clear } = useSave(writeNote);
  const [unclear, setUnclear] = useState<string>();
  const {
    typed,
    type,
    draft,
    send: give,
  } = useDraft({ number: request.number, kind: 'note', about: addendumTo }, NO_NOTE);
  const { text, next } = typed;
  useLeaveWarning(draft.isUnsaved(), draft.isStuck);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const half = dayProblem(event.currentTarget, next);
    setUnclear(half);
    if (half) return;
    const nextAt = instantAt(next.day, next.time, timeZone);
    const said = { number: request.number, text, ...(addendumTo ? { addendumTo } : {}), ...(nextAt ? { nextAt } : {}) };
    const { ok } = await give((spent) => save({ ...said, ...spent }));
    if (ok) onDone?.();
  }

  function changed() {
    clear();
    setUnclear(undefined);
  }

  return (
    <form onSubmit={send} onChange={changed} noValidate className={classes.form}>
      <Textarea
        aria-label={addendumTo ? 'Addendum' : 'Note'}
        placeholder={addendumTo ? 'What is added or corrected' : 'What happened, in a sentence'}
        autosize
        minRows={2}
        maxRows={14}
        value={text}
        onChange={(event) => type({ text: event.currentTarget.value })}
        error={messageAt(problem, 'text', text)}
        data-autofocus={Boolean(addendumTo)}
      />
      {!addendumTo && text !== '' && (
        <Deadline
          label="Follow up on"
          value={next}
          onChange={(day) => type({ next: day })}
          now={request.now}
          error={unclear ?? messageAt(problem, 'nextAt')}
        />
      )}
      <ProblemNote problem={problem} shownAtFields={['text', 'nextAt']} />
      <SaveRow
        words={addendumTo ? 'Add addendum' : 'Save note'}
        isSaving={isSaving}
        isSaved={isSaved && text === ''}
        draft={draft}
        onCancel={onDone}
      />
    </form>
  );
}
