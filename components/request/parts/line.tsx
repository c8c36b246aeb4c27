'use client';
import { Textarea, TextInput } from '@mantine/core';
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import type { DraftForm } from './draft';
import classes from './fields.module.css';

type Props = {
  readonly form: DraftForm;
  readonly path: string;
  readonly label: string;
  readonly note?: ReactNode;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'numeric' | 'tel' | 'email' | 'text';
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly isWide?: boolean;
};

/** Browsers must not offer one person's details for the next. */
export function Line({ form, path, label, note, isRequired, isWide, ...rest }: Props) {
  const { value, onChange, error } = form.getInputProps(path);
  return (
    <TextInput
      id={path}
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      description={note}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      withAsterisk={isRequired}
      aria-required={isRequired}
      autoComplete="off"
      className={isWide ? classes.wide : undefined}
      {...rest}
    />
  );
}

export function Passage({
  form,
  path,
  label,
  rows = 3,
}: Pick<Props, 'form' | 'path' | 'label'> & { readonly rows?: number }) {
  const { value, onChange, error } = form.getInputProps(path);
  return (
    <Textarea
      id={path}
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      autosize
      minRows={rows}
      maxRows={16}
      autoComplete="off"
      className={classes.wide}
    />
  );
}
