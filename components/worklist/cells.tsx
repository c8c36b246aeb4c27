'use client';
import { Chip, StageChip, UrgencyChip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { Waits } from '@/components/ui/waits';
import { fullTime, overdue, shortTime, span, When } from '@/components/ui/when';
import { VERDICT_WORDS } from '@/lib/domain/candidacy';
import { stillNeeded } from '@/lib/domain/completeness';
import type { WorklistItem } from '@/lib/domain/desk';
import { isAlarming } from '@/lib/domain/red-flags';
import { type Stage, UNDECIDED_STAGES } from '@/lib/domain/stages';
import { useRows } from './rows';
import classes from './worklist.module.css';

const SEX = { female: 'F', male: 'M', other: 'X', unknown: '' } as const;
const SEX_WORDS = { female: 'female', male: 'male', other: 'other sex', unknown: '' } as const;
const SHOWN_MISSING = 2;

export function Aged({ person: { age, sexAtBirth } }: { person: WorklistItem['person'] }) {
  const sex = sexAtBirth ?? 'unknown';
  return (
    <span className={classes.sub}>
      {age}
      <span aria-hidden> {SEX[sex]}</span>
      <span className="unseen"> {SEX_WORDS[sex]}</span>
    </span>
  );
}

const isUndecided = (stage: Stage) => (UNDECIDED_STAGES as readonly Stage[]).includes(stage);

/** A red flag says so instead of its stage, until a clinician has decided on it. */
export function StageCell({ item }: { item: WorklistItem }) {
  const isFlag = item.isAlarm;
  return (
    <span className={classes.chips}>
      {isFlag ? <UrgencyChip urgency={item.urgency} isLoud /> : <StageChip stage={item.stage} />}
      {item.alarm?.acknowledgedAt ? <Chip>In hand</Chip> : item.alarm?.escalatedAt && <Chip tone="red">Escalated</Chip>}
      {!isFlag && item.urgency !== 'routine' && isUndecided(item.stage) && <UrgencyChip urgency={item.urgency} />}
      {item.verdict && !isUndecided(item.stage) && (
        <span className={classes.verdict}>{VERDICT_WORDS[item.verdict]}</span>
      )}
    </span>
  );
}

export function MissingCell({ item }: { item: WorklistItem }) {
  if (!isUndecided(item.stage)) return <Dash />;
  const needed = stillNeeded(item);
  if (needed.length === 0) return <Chip tone="green">Complete</Chip>;
  const rest = needed
    .slice(SHOWN_MISSING)
    .map(({ words }) => words)
    .join(', ');
  return (
    <span className={classes.chips}>
      {needed.slice(0, SHOWN_MISSING).map(({ code, words }) => (
        <Chip key={code} tone="amber">
          <span className="unseen">Missing </span>
          {words}
        </Chip>
      ))}
      {rest && (
        <Chip tone="amber" title={rest}>
          <span aria-hidden>+{needed.length - SHOWN_MISSING}</span>
          <span className="unseen">, {rest}</span>
        </Chip>
      )}
    </span>
  );
}

export function WaitingCell({ item }: { item: WorklistItem }) {
  return <Waits receivedAt={item.receivedAt} clocks={item.clocks} isShort />;
}

export function DueCell({ item }: { item: WorklistItem }) {
  const { now } = useRows();
  const { timeZone } = useClinic();
  if (!item.dueAt) return <Dash />;
  const left = Date.parse(item.dueAt) - Date.parse(now);
  const words = shortTime(item.dueAt, now, timeZone);
  const isToday = left >= 0 && words.startsWith('today');
  const said = left < 0 ? overdue(left) : isToday && isAlarming(item.urgency) ? `${span(left)} left` : words;
  return (
    <time
      dateTime={item.dueAt}
      title={fullTime(item.dueAt, timeZone)}
      className={left < 0 ? classes.late : isToday ? classes.soon : undefined}
    >
      {said}
    </time>
  );
}

/** A moment that matters less than the due date. */
export function TimeCell({ at }: { at: string | null }) {
  const { now } = useRows();
  return at ? <When at={at} now={now} /> : <Dash />;
}

export function Dash() {
  return (
    <span className={classes.dash}>
      <span aria-hidden>—</span>
      <span className="unseen">none</span>
    </span>
  );
}
