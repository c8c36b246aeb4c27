'use client';
import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { dayFrom } from '@/components/request/clinic-time';
import { useClinic } from '@/components/ui/clinic';
import classes from './notes.module.css';

/** A day of the clinic and a time on its clock; '' is not said. */
export type Day = { readonly day: string; readonly time: string };
export const NO_DAY: Day = { day: '', time: '' };

/** Half a date is none to the browser, and a time alone is of no day: both would be saved as nothing, without a word. */
export function dayProblem(form: HTMLFormElement, { day, time }: Day): string | undefined {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="date"], input[type="time"]')];
  if (boxes.some(({ validity }) => validity.badInput)) return 'write the whole date and time, or clear them';
  return time && !day ? 'say on which day, or clear the time' : undefined;
}

type Props = {
  readonly label: string;
  readonly value: Day;
  readonly onChange: (value: Day) => void;
  readonly now: string;
  readonly error?: string;
  /** An appointment: the time matters and nothing is suggested. */
  readonly isMoment?: boolean;
};

const SOON = [
  ['tomorrow', 1],
  ['in 3 days', 3],
  ['in a week', 7],
  ['in 2 weeks', 14],
] as const;

export function Deadline({ label, value, onChange, now, error, isMoment = false }: Props) {
  const { timeZone } = useClinic();
  const id = useId();
  return (
    <fieldset className={classes.deadline} aria-label={label}>
      <TextInput
        id={id}
        type="date"
        label={label}
        value={value.day}
        min={dayFrom(now, 0, timeZone)}
        error={error}
        onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={isMoment ? 'at' : 'at (or by 17:00)'}
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
      {!isMoment && (
        <div className={classes.picks}>
          {SOON.map(([words, days]) => (
            <button key={words} type="button" onClick={() => onChange({ ...value, day: dayFrom(now, days, timeZone) })}>
              {words}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
