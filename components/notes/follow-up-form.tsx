'use client';
import { NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Act } from '@/components/request/acts';
import { instantAt } from '@/components/request/clinic-time';
import { messageAt, ProblemNote } from '@/components/request/problem-note';
import { useLeaveWarning } from '@/components/request/use-leave-warning';
import { useClinic } from '@/components/ui/clinic';
import { useDraft } from '@/components/ui/use-draft';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import { Deadline, NO_DAY } from './deadline';
import classes from './notes.module.css';
import { SaveRow } from './save-row';

const NO_FOLLOW_UP = { what: '', due: NO_DAY, staffId: '' };

export function FollowUpForm({ request, scheduleFollowUp }: { request: OpenRequest; scheduleFollowUp: Act }) {
  const { me, timeZone } = useClinic();
  const { save, isSaving, isSaved, problem, clear } = useSave(scheduleFollowUp);
  const { typed, type, draft, send: give } = useDraft({ number: request.number, kind: 'follow_up' }, NO_FOLLOW_UP);
  const { what, due, staffId } = typed;
  useLeaveWarning(draft.isUnsaved(), draft.isStuck);

  async function send(event: FormEvent) {
    event.preventDefault();
    const dueAt = instantAt(due.day, due.time, timeZone);
    const said = { number: request.number, what, ...(dueAt ? { dueAt } : {}), ...(staffId ? { staffId } : {}) };
    await give((spent) => save({ ...said, ...spent }));
  }

  return (
    <form onSubmit={send} onChange={clear} noValidate className={classes.form}>
      <TextInput
        label="What is to be done"
        value={what}
        onChange={(event) => type({ what: event.currentTarget.value })}
        error={messageAt(problem, 'what', what)}
        autoComplete="off"
      />
      <Deadline
        label="By"
        value={due}
        onChange={(day) => type({ due: day })}
        now={request.now}
        error={messageAt(problem, 'dueAt', due.day)}
      />
      <NativeSelect
        label="Who"
        value={staffId}
        onChange={(event) => type({ staffId: event.currentTarget.value })}
        error={messageAt(problem, 'staffId')}
        data={[
          { value: '', label: 'Me' },
          ...request.staff.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ProblemNote problem={problem} shownAtFields={['what', 'dueAt', 'staffId']} />
      <SaveRow words="Set follow-up" isSaving={isSaving} isSaved={isSaved && what === ''} draft={draft} />
    </form>
  );
}
