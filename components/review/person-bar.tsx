'use client';
import Link from 'next/link';
import type { ReactNode, Ref } from 'react';
import { Readers } from '@/components/live/readers';
import { sexLetter } from '@/components/request/words';
import { Chip, UrgencyChip } from '@/components/ui/chip';
import { MISSING_WORDS } from '@/lib/domain/completeness';
import type { OpenRequest } from '@/lib/domain/desk';
import { unasked } from '@/lib/domain/red-flags';
import classes from './review.module.css';

type Props = {
  readonly request: OpenRequest;
  /** What is done here, where the page could be taken for another. */
  readonly doing?: string;
  readonly name?: Ref<HTMLHeadingElement>;
  /** After the number and the complaint. */
  readonly line?: ReactNode;
  readonly children: ReactNode;
};

/** Whose file lies open, and what in it must not be missed. */
export function PersonBar({ request, doing, name, line, children }: Props) {
  const { person, complaint } = request;
  return (
    <header className={classes.bar}>
      <h1 ref={name} tabIndex={-1}>
        {doing && `${doing}: `}
        {person.name}, {person.age} {sexLetter(person.sexAtBirth)}
      </h1>
      <p className={classes.soft}>
        <Link href={`/requests/${request.number}`} prefetch={false}>
          {request.number}
        </Link>{' '}
        · {complaint.summary}
        {line}
      </p>
      <p className={classes.chips}>
        <Readers id={request.id} number={request.number} />
        <FlagChips request={request} />
        {request.missing.map((item) => (
          <Chip key={item} tone="amber">
            Missing: {MISSING_WORDS[item]}
          </Chip>
        ))}
      </p>
      {children}
    </header>
  );
}

/** "No red flag" is said only when every question was answered. */
function FlagChips({ request }: { request: OpenRequest }) {
  const { flags, redFlags, urgency } = request;
  const open = unasked(redFlags).length;
  if (flags.length > 0)
    return (
      <>
        <UrgencyChip urgency={urgency} />{' '}
        <Chip tone="red">{flags.length === 1 ? '1 red flag' : `${flags.length} red flags`}</Chip>
      </>
    );
  return open === 0 ? <Chip tone="green">No red flag</Chip> : <Chip>Red flags: {open} not asked</Chip>;
}
