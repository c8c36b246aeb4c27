'use client';
import { type ReactNode, useId, useState } from 'react';
import type { Field as Wanted } from '@/lib/domain/refusal';
import classes from './decision.module.css';

type Props = {
  readonly title: string;
  readonly isOptional?: boolean;
  /** Where what was refused belongs here: the path itself, or anything below it. */
  readonly path: string;
  readonly wanted: readonly Wanted[];
  readonly hasValue?: boolean;
  readonly children: ReactNode;
};

/** A part of the decision with its name and, where the door refused it, what is wrong. An optional one opens when wanted. */
export function Field({ title, isOptional = false, path, wanted, hasValue = false, children }: Props) {
  const [isOpen, setOpen] = useState(hasValue);
  const id = useId();
  const wrong = messagesAt(wanted, path);
  if (isOptional)
    return (
      <details
        className={classes.more}
        open={isOpen || wrong.length > 0}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>
          {title} <span className={classes.soft}>optional</span>
        </summary>
        <fieldset className={classes.field} aria-label={title}>
          {children}
        </fieldset>
        <Wrong messages={wrong} />
      </details>
    );
  return (
    <fieldset className={classes.field} aria-describedby={wrong.length > 0 ? id : undefined}>
      <legend>{title}</legend>
      {children}
      <Wrong id={id} messages={wrong} />
    </fieldset>
  );
}

export function Wrong({ id, messages }: { id?: string; messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <p id={id} className={classes.wrong} data-wrong>
      {messages.join('; ')}
    </p>
  );
}

export function messagesAt(wanted: readonly Wanted[], path: string, isExact = false): string[] {
  return wanted
    .filter((one) => one.path === path || (!isExact && one.path.startsWith(`${path}.`)))
    .map(({ message }) => message);
}
