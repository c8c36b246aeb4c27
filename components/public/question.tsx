import type { ReactNode } from 'react';
import type { FieldProps } from './fields';
import classes from './public.module.css';
import { labelKey } from './words';

const HINTED = ['lasts', 'mriDay', 'dateOfBirth', 'phone', 'bestHours'];

/** What a question says besides its name, each with the id that the field refers to. */
export function besides({ field, kind, words, problems }: FieldProps) {
  const code = problems.find((one) => one.field === field)?.code;
  const hint = HINTED.includes(field) ? words(`hints.${field}`) : null;
  const describedBy = [hint && `${field}-hint`, code && `${field}-problem`].filter(Boolean).join(' ') || undefined;
  return {
    isWrong: code !== undefined,
    describedBy,
    name: (
      <>
        {words(labelKey(field))}
        {!kind.isNeeded && <span className={classes.optional}> ({words('optional')})</span>}
      </>
    ),
    hint: hint && (
      <span id={`${field}-hint`} className={classes.hint}>
        {hint}
      </span>
    ),
    problem: code && (
      <span id={`${field}-problem`} className={classes.problem}>
        {words(`problems.${code}`)}
      </span>
    ),
  };
}

/** A question with several things to touch. */
export function Question({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { name, hint, problem, describedBy, isWrong } = besides(props);
  return (
    <fieldset
      id={props.field}
      tabIndex={-1}
      aria-describedby={describedBy}
      className={`${classes.question} ${isWrong ? classes.isWrong : ''}`}
    >
      <legend>{name}</legend>
      {hint}
      {problem}
      {children}
    </fieldset>
  );
}
