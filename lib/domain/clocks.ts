import { ENDED_STAGES, type Stage, UNDECIDED_STAGES } from './stages';
import { type Calendar, workingTimeBetween } from './working-time';

/** While the person was asked for something: from when until when, as the database says an instant; null is still. */
export type Pause = { readonly from: string; readonly to: string | null };

/** Two clocks of one request: how long the person waits, and how long the clinic has had it in its working hours. */
export type Clocks = {
  /** Milliseconds round the clock, since the request came in. Nothing pauses the wait of a person. */
  readonly waited: number;
  /** Milliseconds of the clinic's hours, without those in which the person was asked for something. */
  readonly worked: number;
  readonly isPaused: boolean;
  /** When the person was told, or the request ended without an answer; null while they wait. */
  readonly until: string | null;
};

type Timed = {
  readonly stage: Stage;
  readonly stageSince: Date;
  readonly receivedAt: Date;
  /** As the database says an instant: told the answer, or a consult was booked. */
  readonly informedAt: string | null;
  readonly pauses: readonly Pause[];
};

/** Who is told waits no more; where it was taken up again after that, they do. */
export function clocksOf({ stage, stageSince, receivedAt, informedAt, pauses }: Timed, now: Date, clinic: Calendar) {
  const isUndecided = (UNDECIDED_STAGES as readonly Stage[]).includes(stage);
  const ended = (ENDED_STAGES as readonly Stage[]).includes(stage) ? stageSince : null;
  const until = isUndecided ? null : informedAt ? new Date(informedAt) : ended;
  const end = until ?? now;
  const isPaused = stage === 'awaiting_info';
  const isKnown = pauses.some(({ to }) => to === null);
  const spans = isPaused && !isKnown ? [...pauses, { from: stageSince.toISOString(), to: null }] : pauses;
  const paused = spans
    .map(({ from, to }) => ({ from: new Date(from), to: to === null ? end : earlier(new Date(to), end) }))
    .map(({ from, to }) => workingTimeBetween(from, to, clinic))
    .reduce((all, one) => all + one, 0);
  return {
    waited: Math.max(0, end.getTime() - receivedAt.getTime()),
    worked: Math.max(0, workingTimeBetween(receivedAt, end, clinic) - paused),
    isPaused,
    until: until?.toISOString() ?? null,
  } satisfies Clocks;
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);
