'use client';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Readers } from '@/components/live/readers';
import { sexLetter } from '@/components/request/words';
import { Chip, UrgencyChip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { fullTime, Since, shortTime } from '@/components/ui/when';
import { MISSING_WORDS } from '@/lib/domain/completeness';
import type { OpenRequest } from '@/lib/domain/desk';
import { unasked } from '@/lib/domain/red-flags';
import classes from './review.module.css';

type Props = {
  readonly request: OpenRequest;
  readonly waiting: number;
  readonly decidedToday: number;
  readonly isNext: boolean;
  readonly children: React.ReactNode;
};

/** The next person's name takes the focus, so that reading starts there. */
export function ReviewBar({ request, waiting, decidedToday, isNext, children }: Props) {
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNext) name.current?.focus({ preventScroll: true });
  }, [isNext]);
  const { person, complaint, now } = request;
  return (
    <header className={classes.bar}>
      <h1 ref={name} tabIndex={-1}>
        {person.name}, {person.age} {sexLetter(person.sexAtBirth)}
      </h1>
      <p className={classes.soft}>
        <Link href={`/requests/${request.number}`} prefetch={false}>
          {request.number}
        </Link>{' '}
        · {complaint.summary} · waiting <Since at={request.receivedAt} now={now} />
        {request.dueAt && (
          <>
            {' '}
            · <DueTime at={request.dueAt} now={now} />
          </>
        )}
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
      <p className={`${classes.soft} ${classes.tally}`}>
        {decidedToday} decided today · {waiting} waiting
      </p>
      {children}
    </header>
  );
}

function DueTime({ at, now }: { at: string; now: string }) {
  const { timeZone } = useClinic();
  const isLate = at < now;
  return (
    <time dateTime={at} title={fullTime(at, timeZone)} className={isLate ? classes.late : undefined}>
      {isLate ? 'overdue since' : 'due'} {shortTime(at, now, timeZone)}
    </time>
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
