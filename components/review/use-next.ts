'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { useSave } from '@/components/ui/use-save';
import type { Review } from '@/lib/domain/desk';
import type { ReviewActions } from './review-actions';

/** Takes the next request once the last one has left the screen; one that is already in hand comes first. */
export function useNext(review: Review, left: string | null, claim: ReviewActions['claim']) {
  const { save, isSaving, problem } = useSave(claim);
  const [isTaking, setTaking] = useState(false);
  const isGone = review.inHand === null || review.inHand.number === left;
  const hasNext = review.inHand !== null && !isGone;

  const goOn = useEffectEvent(async () => {
    if (isSaving) return;
    if (hasNext || review.waiting === 0) return setTaking(false);
    if (!(await save({})).ok) setTaking(false);
  });
  useEffect(() => {
    if (isTaking && (hasNext || review.inHand === null)) void goOn();
  }, [isTaking, hasNext, review]);

  // Nobody waiting is what the start screen says anyway.
  return {
    isTaking,
    take: () => setTaking(true),
    detail: problem && problem.code !== 'not_found' ? problem.detail : null,
  };
}
