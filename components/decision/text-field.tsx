'use client';
import { type CSSProperties, useId } from 'react';
import type { Field as Wanted } from '@/lib/domain/refusal';
import classes from './decision.module.css';
import { messagesAt, Wrong } from './field';

type Props = {
  readonly title: string;
  readonly path: string;
  readonly value: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly wanted: readonly Wanted[];
  readonly onChange: (value: string) => void;
};

export function TextField({ title, path, value, hint, rows = 3, wanted, onChange }: Props) {
  const id = useId();
  const wrong = messagesAt(wanted, path);
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{title}</label>
      {hint && (
        <span id={`${id}-hint`} className={classes.hint}>
          {hint}
        </span>
      )}
      <textarea
        id={id}
        name={path}
        rows={rows}
        style={{ '--rows': rows } as CSSProperties}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={
          [hint && `${id}-hint`, wrong.length > 0 && `${id}-wrong`].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={wrong.length > 0 || undefined}
      />
      <Wrong id={`${id}-wrong`} messages={wrong} />
    </div>
  );
}
