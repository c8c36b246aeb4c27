import type { Problem } from '@/lib/domain/refusal';
import classes from './decision.module.css';

type Props = {
  readonly problem: Problem | null;
  readonly isLost?: boolean;
  readonly isBusy: boolean;
  readonly onClaimAgain?: () => void;
  readonly onLeave?: () => void;
};

/** Why it was not saved, beside the button that tried; nothing typed is touched. */
export function DecisionProblem({ problem, isLost = false, isBusy, onClaimAgain, onLeave }: Props) {
  if (!problem && !isLost) return null;
  const isField = problem && ['incomplete', 'invalid'].includes(problem.code);
  return (
    <div className={classes.problem} role="alert">
      <p>{isLost ? lostWords(problem) : isField ? 'Not saved yet: see what is marked above.' : plainly(problem)}</p>
      {isLost && (
        <div className={classes.pair}>
          <button type="button" className={classes.quiet} onClick={onClaimAgain} disabled={isBusy}>
            Take it again
          </button>
          <button type="button" className={classes.quiet} onClick={onLeave} disabled={isBusy}>
            Leave it
          </button>
        </div>
      )}
    </div>
  );
}

function plainly(problem: Problem | null): string {
  if (problem?.code === 'conflict')
    return 'Somebody else changed this request first. The newest is shown now and what you typed is kept: look again, then save.';
  return problem?.detail ?? '';
}

function lostWords(problem: Problem | null): string {
  if (problem?.code === 'not_found')
    return 'This request is no longer yours: your claim ended, and another surgeon may have it. What you typed is kept here.';
  return 'Your claim on this request has ended. What you typed is kept; take it again to save.';
}
