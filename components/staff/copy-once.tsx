'use client';
import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';

type Props = { readonly label: string; readonly value: string; readonly advice: string };

/** Shown this once: nobody can read it again. */
export function CopyOnce({ label, value, advice }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Alert color="teal" variant="light" role="status" p="sm">
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput
          label={label}
          readOnly
          value={value}
          flex={1}
          autoComplete="off"
          styles={{ input: { fontFamily: 'ui-monospace, monospace' } }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="sm" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </Group>
      <p style={{ margin: '8px 0 0' }}>{advice}</p>
    </Alert>
  );
}
