'use client';
import { useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { Pill } from '@/components/ui/pill';
import classes from './filter.module.css';
import { BETWEEN, receivedChoices, receivedWords } from './received';
import type { Question } from './use-question';

/** When it came: a usual span, or two days typed next to it. */
export function ReceivedPill({ question, now }: { question: Question; now: string }) {
  const { timeZone } = useClinic();
  const { asked, ask } = question;
  const choices = receivedChoices(now, timeZone);
  const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
  const isUsual = !to && choices.some(({ value }) => value === from);
  const [isBetween, setBetween] = useState(false);
  const isTyped = isBetween || !isUsual;

  function pick(value: string) {
    setBetween(value === BETWEEN);
    if (value !== BETWEEN) ask({ from: value, to: null });
  }
  return (
    <span>
      received{' '}
      <Pill
        label="Received"
        value={isTyped ? BETWEEN : from}
        words={isTyped && isUsual ? 'between' : receivedWords(from, to, choices)}
        choices={choices}
        onPick={pick}
        onRemove={to ? () => pick('') : undefined}
      />
      {isBetween && (
        <span className={classes.days}>
          <Day label="Received from" value={from} max={to} onDay={(day) => ask({ from: day })} /> and{' '}
          <Day label="Received to" value={to} min={from} onDay={(day) => ask({ to: day })} />
        </span>
      )}
    </span>
  );
}

/** Asked for once the whole day is typed, not at each key. */
function Day({
  label,
  value,
  min,
  max,
  onDay,
}: {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onDay: (day: string) => void;
}) {
  return (
    <input
      key={value}
      type="date"
      aria-label={label}
      className={classes.day}
      defaultValue={value}
      min={min || undefined}
      max={max || undefined}
      onBlur={(event) => event.target.value !== value && event.target.validity.valid && onDay(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
