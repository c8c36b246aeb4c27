import type { HTMLInputTypeAttribute } from 'react';
import type { FieldProps } from './fields';
import classes from './public.module.css';
import { besides, Question } from './question';

type Look = {
  readonly type: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly inputMode?: 'decimal' | 'tel' | 'email';
};
const LOOKS: Readonly<Record<string, Look>> = {
  firstName: { type: 'text', autoComplete: 'given-name' },
  lastName: { type: 'text', autoComplete: 'family-name' },
  phone: { type: 'tel', autoComplete: 'tel', inputMode: 'tel' },
  email: { type: 'email', autoComplete: 'email', inputMode: 'email' },
};

export function LineField(props: FieldProps) {
  const { field, kind, typed } = props;
  const { name, hint, problem, describedBy, isWrong } = besides(props);
  const look =
    LOOKS[field] ?? (kind.is === 'number' ? { type: 'text', inputMode: 'decimal' as const } : { type: 'text' });
  return (
    <div className={`${classes.question} ${isWrong ? classes.isWrong : ''}`}>
      <label htmlFor={field}>{name}</label>
      {hint}
      {problem}
      <input
        id={field}
        name={field}
        {...look}
        className={kind.is === 'number' ? classes.short : undefined}
        defaultValue={typed[field]?.[0] ?? ''}
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
      />
    </div>
  );
}

export function StoryField(props: FieldProps) {
  const { field, kind, typed } = props;
  const { name, hint, problem, describedBy, isWrong } = besides(props);
  return (
    <div className={`${classes.question} ${isWrong ? classes.isWrong : ''}`}>
      <label htmlFor={field}>{name}</label>
      {hint}
      {problem}
      <textarea
        id={field}
        name={field}
        rows={5}
        maxLength={kind.is === 'text' ? kind.most : undefined}
        defaultValue={typed[field]?.[0] ?? ''}
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
      />
    </div>
  );
}

const BIRTHDAY: Readonly<Record<string, string>> = { month: 'bday-month', day: 'bday-day', year: 'bday-year' };

/** In three fields: quicker on a phone than any calendar, and the same everywhere. */
export function DayField(props: FieldProps) {
  const { field, words, typed } = props;
  return (
    <Question {...props}>
      <div className={classes.dayParts}>
        {(['month', 'day', 'year'] as const).map((part) => (
          <label key={part}>
            <span>{words(part)}</span>
            <input
              name={`${field}.${part}`}
              type="text"
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              autoComplete={field === 'dateOfBirth' ? BIRTHDAY[part] : 'off'}
              defaultValue={typed[`${field}.${part}`]?.[0] ?? ''}
            />
          </label>
        ))}
      </div>
    </Question>
  );
}
