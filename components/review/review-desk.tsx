'use client';
import { useEffect, useRef } from 'react';
import { ChangedMeanwhile } from '@/components/decision/changed-meanwhile';
import decisionClasses from '@/components/decision/decision.module.css';
import { DecisionConflict } from '@/components/decision/decision-conflict';
import { DecisionFields } from '@/components/decision/decision-fields';
import { DecisionProblem } from '@/components/decision/decision-problem';
import { ImagesField } from '@/components/decision/images-field';
import { useStanding } from '@/components/decision/use-standing';
import { DraftLine } from '@/components/ui/draft-line';
import type { Alike } from '@/lib/domain/alike';
import type { OpenRequest, Review } from '@/lib/domain/desk';
import { ImagesPanel } from './images-panel';
import { Reading } from './reading';
import classes from './review.module.css';
import type { ReviewActions } from './review-actions';
import { ReviewBar } from './review-bar';
import { type Steps, useReviewing } from './use-reviewing';

type Props = Steps & {
  readonly request: OpenRequest;
  readonly review: Review;
  readonly alike: readonly Alike[];
  readonly isClaimed: boolean;
  /** It followed another one on this screen. */
  readonly isNext: boolean;
  readonly actions: ReviewActions;
};

/** Read on the left, decide on the right. */
export function ReviewDesk({ request, review, alike, isClaimed, isNext, actions, ...steps }: Props) {
  const { draft, kept, wanted, problem, isSaving, isBusy, isLost, mark, decide, release, claimAgain } = useReviewing(
    request,
    isClaimed,
    actions,
    steps,
  );
  const standing = useStanding(request, isLost);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector('[data-wrong]')?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  return (
    <>
      <ReviewBar request={request} waiting={review.waiting} decidedToday={review.decidedToday} isNext={isNext}>
        <button type="button" className={decisionClasses.quiet} disabled={isBusy || isLost} onClick={release}>
          Release
        </button>
      </ReviewBar>
      <div className={classes.columns}>
        <Reading request={request} alike={alike} />
        <ImagesPanel request={request}>
          <ImagesField
            chosen={draft.imagesReviewedOn}
            wanted={wanted}
            onChange={(imagesReviewedOn) => mark({ imagesReviewedOn })}
          />
        </ImagesPanel>
        <form
          ref={form}
          className={`${classes.column} ${classes.form}`}
          aria-label="Decision"
          aria-busy={isBusy}
          onSubmit={(event) => {
            event.preventDefault();
            void decide();
          }}
        >
          <div className={classes.asked}>
            <DecisionFields draft={draft} region={request.complaint.region} wanted={wanted} onChange={mark} />
          </div>
          <div className={classes.foot}>
            <DraftLine draft={kept} />
            {!isLost && <ChangedMeanwhile request={request} />}
            {standing ? (
              <DecisionConflict
                number={request.number}
                draft={draft}
                standing={standing.decision}
                now={standing.now}
                onLeave={() => {
                  kept.discard();
                  steps.onLeft();
                }}
              />
            ) : (
              <DecisionProblem
                problem={problem}
                isLost={isLost}
                isBusy={isBusy}
                onLeave={steps.onLeft}
                onClaimAgain={claimAgain}
              />
            )}
            {!isLost && (
              <button type="submit" className={decisionClasses.save} disabled={isBusy}>
                {isSaving ? 'Saving…' : 'Save & next'} <kbd>ctrl ↵</kbd>
              </button>
            )}
          </div>
        </form>
      </div>
    </>
  );
}
