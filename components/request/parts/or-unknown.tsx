'use client';
import { TextInput } from '@mantine/core';
import type { HTMLInputTypeAttribute } from 'react';
import type { DraftForm } from './draft';
import classes from './fields.module.css';

type Props = {
  readonly form: DraftForm;
  readonly path: string;
  readonly label: string;
  readonly note?: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly placeholder?: string;
};

/** A typed answer, or "asked, not known". Left blank it was not asked. */
export function OrUnknown({ form, path, label, note, type = 'text', placeholder }: Props) {
  const { value, onChange, error } = form.getInputProps(path);
  const isUnknown = value === 'unknown';
  return (
    <div className={classes.orUnknown}>
      <TextInput
        id={path}
        label={label}
        type={isUnknown ? 'text' : type}
        value={isUnknown ? '' : value}
        placeholder={isUnknown ? '' : placeholder}
        onChange={onChange}
        error={error}
        description={note}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
      />
      <button
        type="button"
        className={classes.unknown}
        aria-pressed={isUnknown}
        aria-label={`${label}: unknown`}
        onClick={() => onChange(isUnknown ? '' : 'unknown')}
      >
        Unknown
      </button>
    </div>
  );
}
