'use client';
import { NativeSelect, TextInput } from '@mantine/core';
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

export function FollowUpForm({ request, scheduleFollowUp }: { request: OpenRequest; scheduleFollowUp: Act }) {
  const { me, timeZone } = useClinic();
  const { save, isSaving, isSaved, problem, clear } = useSave(scheduleFollowUp);
  const [what, setWhat] = useState('');
  const [due, setDue] = useState(NO_DAY);
  const [staffId, setStaffId] = useState('');
  useLeaveWarning(what.trim() !== '');

  async function send(event: FormEvent) {
    event.preventDefault();
    const dueAt = instantAt(due.day, due.time, timeZone);
    const { ok } = await save({
      number: request.number,
      what,
      ...(dueAt ? { dueAt } : {}),
      ...(staffId ? { staffId } : {}),
    });
    if (!ok) return;
    setWhat('');
    setDue(NO_DAY);
    setStaffId('');
  }

  return (
    <form onSubmit={send} onChange={clear} noValidate className={classes.form}>
      <TextInput
        label="What is to be done"
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        error={messageAt(problem, 'what', what)}
        autoComplete="off"
      />
      <Deadline
        label="By"
        value={due}
        onChange={setDue}
        now={request.now}
        error={messageAt(problem, 'dueAt', due.day)}
      />
      <NativeSelect
        label="Who"
        value={staffId}
        onChange={(event) => setStaffId(event.currentTarget.value)}
        error={messageAt(problem, 'staffId')}
        data={[
          { value: '', label: 'Me' },
          ...request.staff.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ProblemNote problem={problem} shownAtFields={['what', 'dueAt', 'staffId']} />
      <SaveRow words="Set follow-up" isSaving={isSaving} isSaved={isSaved && what === ''} />
    </form>
  );
}
