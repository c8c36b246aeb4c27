import decisionClasses from '@/components/decision/decision.module.css';
import { UrgencyChip } from '@/components/ui/chip';
import type { Review } from '@/lib/domain/desk';
import classes from './review.module.css';

type Props = {
  readonly review: Review;
  readonly isBusy: boolean;
  readonly detail: string | null;
  readonly onTake: () => void;
};

/** Nothing in hand: what waits, and the one thing to do. */
export function StartScreen({ review, isBusy, detail, onTake }: Props) {
  const { waiting, mostUrgent, decidedToday } = review;
  const today = decidedToday === 0 ? 'No decision yet today.' : `${decidedToday} decided today.`;
  if (waiting === 0)
    return (
      <div className={classes.start}>
        <h1>Nobody is waiting for you</h1>
        <p className={classes.soft}>{today} A new request appears here when a coordinator sends one.</p>
      </div>
    );
  return (
    <div className={classes.start}>
      <h1>{waiting === 1 ? '1 request waits for a surgeon' : `${waiting} requests wait for a surgeon`}</h1>
      {mostUrgent && mostUrgent !== 'routine' && (
        <p>
          Most urgent: <UrgencyChip urgency={mostUrgent} />
        </p>
      )}
      <button type="button" className={decisionClasses.save} onClick={onTake} disabled={isBusy}>
        {isBusy ? 'Taking it…' : 'Take the next request'}
      </button>
      <p className={classes.soft}>{today} The most urgent comes first, then the one due soonest.</p>
      {detail && (
        <p role="alert" className={classes.late}>
          {detail}
        </p>
      )}
    </div>
  );
}
