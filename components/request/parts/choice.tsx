'use client';
import { type KeyboardEvent, useId } from 'react';
import { said } from '../words';
import type { DraftForm } from './draft';
import classes from './fields.module.css';

type Props = {
  readonly form: DraftForm;
  readonly path: string;
  readonly label: string;
  readonly options: readonly string[];
  readonly words?: Readonly<Record<string, string>>;
  readonly look?: 'long' | 'alarm';
};

/** One of a few answers, none of them chosen beforehand. Choosing the same again, or Delete, is "not asked". */
export function Choice({ form, path, label, options, words, look }: Props) {
  const { value, onChange, error } = form.getInputProps(path);
  const id = useId();
  const clear = () => onChange('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') clear();
  };
  return (
    <div
      className={`${classes.choice} ${options.length < 4 ? classes.isShort : ''} ${look ? classes.isLong : ''} ${look === 'alarm' ? classes.isAlarm : ''}`}
    >
      <span id={id} className={classes.asked}>
        {label}
      </span>
      <div
        id={path}
        role="radiogroup"
        tabIndex={-1}
        aria-labelledby={id}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={Boolean(error)}
        className={classes.pills}
        onKeyDown={onKeyDown}
      >
        {options.map((option) => (
          <label key={option} className={`${classes.pill} ${option === 'unknown' ? classes.isUnknown : ''}`}>
            <input
              type="radio"
              name={id}
              value={option}
              checked={value === option}
              onChange={() => onChange(option)}
              onClick={() => value === option && clear()}
            />
            <span>{words?.[option] ?? said(option)}</span>
          </label>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
