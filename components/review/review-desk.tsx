'use client';
import { useEffect, useRef } from 'react';
import { DecisionFields } from '@/components/decision/decision-fields';
import decisionClasses from '@/components/decision/decision.module.css';
import { DecisionProblem } from '@/components/decision/decision-problem';
import { EMPTY_DRAFT, told } from '@/components/decision/draft';
import { ImagesField } from '@/components/decision/images-field';
import { useDecisionKeys } from '@/components/decision/use-decision-keys';
import { useKeptDraft } from '@/components/decision/use-kept-draft';
import { useSave } from '@/components/ui/use-save';
import type { Verdict } from '@/lib/domain/candidacy';
import type { OpenRequest, Review } from '@/lib/domain/desk';
import { ImagesPanel } from './images-panel';
import { Reading } from './reading';
import classes from './review.module.css';
import type { ReviewActions } from './review-actions';
import { ReviewBar } from './review-bar';
import { useClaim } from './use-claim';

type Props = {
  readonly request: OpenRequest;
  readonly review: Review;
  readonly draftKey: string;
  readonly isClaimed: boolean;
  readonly actions: ReviewActions;
  readonly onDecided: (verdict: Verdict) => void;
  readonly onLeft: () => void;
  readonly onClaimed: () => void;
};

export function ReviewDesk({ request, review, draftKey, isClaimed, actions, onDecided, onLeft, onClaimed }: Props) {
  const { draft, change } = useKeptDraft(draftKey, EMPTY_DRAFT);
  const { save, isSaving, problem } = useSave(actions.decide);
  const claim = useClaim(request, problem, actions.move);
  const form = useRef<HTMLFormElement>(null);
  const isBusy = isSaving || claim.isMoving;
  const isLost = !isSaving && (!isClaimed || claim.isLost);

  async function decide() {
    if (isBusy || isLost) return;
    const saved = await save({ number: request.number, version: request.version, ...told(draft) });
    if (saved.ok && draft.verdict) onDecided(draft.verdict);
  }
  useDecisionKeys({ onVerdict: (verdict) => change({ verdict }), onSave: () => void decide() });
  useEffect(() => form.current?.querySelector('[data-wrong]')?.scrollIntoView({ block: 'nearest' }), [problem]);

  return (
    <>
      <ReviewBar request={request} waiting={review.waiting} decidedToday={review.decidedToday}>
        <button type="button" className={decisionClasses.quiet} disabled={isBusy || isLost} onClick={async () => { if (await claim.release()) onLeft(); }}>Release</button>
      </ReviewBar>
      <div className={classes.columns}>
        <Reading request={request} />
        <ImagesPanel request={request}>
          <ImagesField chosen={draft.imagesReviewedOn} onChange={(imagesReviewedOn) => change({ imagesReviewedOn })} />
        </ImagesPanel>
        <form ref={form} className={`${classes.column} ${classes.form}`} aria-label="Decision" aria-busy={isBusy} onSubmit={(event) => { event.preventDefault(); void decide(); }}>
          <div className={classes.asked}>
            <DecisionFields draft={draft} region={request.complaint.region} wanted={problem?.fields ?? []} onChange={change} />
          </div>
          <div className={classes.foot}>
            <DecisionProblem
              problem={claim.problem ?? problem} isLost={isLost} isBusy={isBusy} onLeave={onLeft}
              onClaimAgain={async () => { if (await claim.again()) onClaimed(); }}
            />
            {!isLost && <button type="submit" className={decisionClasses.save} disabled={isBusy}>{isSaving ? 'Saving…' : <>Save &amp; next <kbd>ctrl ↵</kbd></>}</button>}
          </div>
        </form>
      </div>
    </>
  );
}
