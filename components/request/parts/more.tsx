'use client';
import { type ReactNode, useState } from 'react';
import type { DraftForm } from './draft';
import classes from './fields.module.css';

type Props = {
  readonly form: DraftForm;
  readonly label: string;
  /** The fields inside: one that is told, or wrong, is not hidden. */
  readonly paths: readonly string[];
  readonly children: ReactNode;
};

/** What is asked when there is time for it: a call stays short, and the file can become whole. */
export function More({ form, label, paths, children }: Props) {
  const [chosen, setChosen] = useState<boolean>();
  const needs = paths.some((path) => form.getInputProps(path).value || form.errors[path]);
  return (
    <details
      className={classes.more}
      open={chosen ?? needs}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== (chosen ?? needs)) setChosen(currentTarget.open);
      }}
    >
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  );
}
