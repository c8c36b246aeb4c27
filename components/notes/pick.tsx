'use client';
import { useId } from 'react';
import fields from '@/components/request/parts/fields.module.css';

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly T[];
  readonly words: (option: T) => string;
  readonly value: string;
  readonly onChange: (value: T) => void;
  readonly error?: string;
};

/** One of a few, all in sight. */
export function Pick<T extends string>({ label, options, words, value, onChange, error }: Props<T>) {
  const id = useId();
  return (
    <div className={fields.choice}>
      <span id={id} className={fields.short}>
        {label}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={id}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-error` : undefined}
        className={fields.pills}
      >
        {options.map((option) => (
          <label key={option} className={fields.pill}>
            <input type="radio" name={id} value={option} checked={value === option} onChange={() => onChange(option)} />
            <span>{words(option)}</span>
          </label>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} className={fields.error}>
          {error}
        </span>
      )}
    </div>
  );
}
