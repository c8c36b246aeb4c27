import type { ReactNode } from 'react';
import { VERDICT_WORDS, type Verdict } from '@/lib/domain/candidacy';
import type { Urgency } from '@/lib/domain/red-flags';
import { STAGE_WORDS, type Stage } from '@/lib/domain/stages';
import classes from './chip.module.css';

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey';

/** Colour means something or is absent; the word always says it too. */
export function Chip({
  tone = 'grey',
  title,
  isLoud,
  children,
}: {
  tone?: Tone;
  title?: string;
  isLoud?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={`${classes.chip} ${classes[isLoud ? 'loud' : tone]}`} title={title}>
      {children}
    </span>
  );
}

const STAGE_TONES: Record<Stage, Tone> = {
  new: 'grey',
  triage: 'blue',
  awaiting_info: 'amber',
  ready_for_review: 'blue',
  in_review: 'blue',
  follow_up: 'green',
  consult_booked: 'green',
  consult_held: 'green',
  procedure_booked: 'green',
  completed: 'green',
  closed: 'grey',
};

export function StageChip({ stage }: { stage: Stage }) {
  return <Chip tone={STAGE_TONES[stage]}>{STAGE_WORDS[stage]}</Chip>;
}

export const URGENCY_WORDS: Record<Urgency, string> = {
  emergency: 'Emergency',
  same_day: 'Same-day review',
  urgent: 'Urgent',
  routine: 'Routine',
};

/** Nothing for routine. Loud is for a list, where it must be found at a glance. */
export function UrgencyChip({ urgency, isLoud = false }: { urgency: Urgency; isLoud?: boolean }) {
  if (urgency === 'routine') return null;
  const isAlarm = urgency !== 'urgent';
  return (
    <Chip tone={isAlarm ? 'red' : 'amber'} isLoud={isLoud && isAlarm}>
      {URGENCY_WORDS[urgency]}
    </Chip>
  );
}

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const tone: Record<Verdict, Tone> = {
    candidate: 'green',
    needs_exam: 'blue',
    not_now: 'amber',
    not_candidate: 'grey',
    cannot_tell: 'amber',
  };
  return <Chip tone={tone[verdict]}>{VERDICT_WORDS[verdict]}</Chip>;
}
