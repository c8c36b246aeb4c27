'use client';
import { CopyButton, UnstyledButton } from '@mantine/core';
import { phoneToSay } from './as-said';
import classes from './request.module.css';

export function Phone({ number }: { number: string }) {
  return (
    <span className={classes.copied}>
      <a href={`tel:${number}`}>{phoneToSay(number)}</a>
      <Copy text={number} what="phone number" />
    </span>
  );
}

export function Copy({ text, what }: { text: string; what: string }) {
  return (
    <CopyButton value={text} timeout={1500}>
      {({ copied, copy }) => (
        <UnstyledButton onClick={copy} className={classes.copy} aria-label={copied ? `${what} copied` : `Copy ${what}`}>
          {copied ? 'copied' : 'copy'}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
