'use client';
import { Chip, StageChip, UrgencyChip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { fullTime, shortTime, span } from '@/components/ui/when';
import { MISSING_WORDS } from '@/lib/domain/completeness';
import type { WorklistItem } from '@/lib/domain/desk';
import { isAlarming } from '@/lib/domain/red-flags';
import { turnOf } from '@/lib/domain/stages';
import classes from './worklist.module.css';

const SEX = { female: 'F', male: 'M', other: 'X', unknown: '' } as const;
const SHOWN_MISSING = 2;

export const aged = ({ age, sexAtBirth }: WorklistItem['person']) => `${age} ${SEX[sexAtBirth ?? 'unknown']}`.trim();

/** A red flag says so instead of its stage, until a clinician has decided. */
export function StageCell({ item }: { item: WorklistItem }) {
  if (isAlarming(item.urgency) && item.verdict === null) return <UrgencyChip urgency={item.urgency} />;
  return (
    <>
      <StageChip stage={item.stage} /> {item.urgency === 'urgent' && <UrgencyChip urgency="urgent" />}
    </>
  );
}

export function MissingCell({ item }: { item: WorklistItem }) {
  const isPast = !['new', 'triage', 'awaiting_info', 'ready_for_review', 'in_review'].includes(item.stage);
  if (isPast) return <span aria-hidden>—</span>;
  if (item.missing.length === 0) return <Chip tone="green">Complete</Chip>;
  const rest = item.missing.slice(SHOWN_MISSING);
  return (
    <span className={classes.chips}>
      {item.missing.slice(0, SHOWN_MISSING).map((missing) => <Chip key={missing} tone="amber">{MISSING_WORDS[missing]}</Chip>)}
      {rest.length > 0 && <Chip tone="amber" title={rest.map((missing) => MISSING_WORDS[missing]).join(', ')}>+{rest.length}</Chip>}
    </span>
  );
}

export function TurnCell({ item }: { item: WorklistItem }) {
  const { me } = useClinic();
  const turn = turnOf(item.stage);
  if (turn === null) return <span aria-hidden>—</span>;
  if (turn === 'patient') return <>Person</>;
  if (item.assignedTo?.id === me.id) return <b className={classes.mine}>You</b>;
  return <>{item.assignedTo?.name ?? (turn === 'surgeon' ? 'Any surgeon' : 'Nobody yet')}</>;
}

export function DueCell({ item, now }: { item: WorklistItem; now: string }) {
  const { timeZone } = useClinic();
  if (!item.dueAt) return <span aria-hidden>—</span>;
  const left = Date.parse(item.dueAt) - Date.parse(now);
  const words = shortTime(item.dueAt, now, timeZone);
  const isSoon = left > 0 && words.startsWith('today');
  const said = left < 0 ? `${span(left)} over` : isAlarming(item.urgency) && isSoon ? `${span(left)} left` : words;
  return <time dateTime={item.dueAt} title={fullTime(item.dueAt, timeZone)} className={left < 0 ? classes.late : isSoon ? classes.soon : undefined}>{said}</time>;
}
