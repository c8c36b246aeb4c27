'use client';
import { type Draft, EMPTY_DRAFT, told } from '@/components/decision/draft';
import { useDecisionKeys } from '@/components/decision/use-decision-keys';
import { useKeptDraft } from '@/components/decision/use-kept-draft';
import { useWanted } from '@/components/decision/use-wanted';
import { useSave } from '@/components/ui/use-save';
import type { Verdict } from '@/lib/domain/candidacy';
import type { OpenRequest } from '@/lib/domain/desk';
import type { ReviewActions } from './review-actions';
import { useClaim } from './use-claim';

export type Steps = {
  readonly onDecided: (verdict: Verdict) => void;
  readonly onLeft: () => void;
  readonly onClaimed: () => void;
};

/** One request in hand: the draft of its decision, the hold on it, and the ways to end. */
export function useReviewing(request: OpenRequest, isClaimed: boolean, actions: ReviewActions, steps: Steps) {
  const { draft, change, kept } = useKeptDraft({ number: request.number, kind: 'decision' }, EMPTY_DRAFT);
  const { save, isSaving, problem } = useSave(actions.decide);
  const { wanted, standing, touch } = useWanted(problem);
  const claim = useClaim(request, problem, actions.move);
  const isBusy = isSaving || claim.isMoving;
  const isLost = !isSaving && (!isClaimed || claim.isLost);

  async function decide() {
    if (isBusy || isLost) return;
    const said = { number: request.number, version: request.version, ...told(draft) };
    const saved = await kept.send((spent) => save({ ...said, ...spent }));
    if (saved.ok && draft.verdict) steps.onDecided(draft.verdict);
  }
  function mark(part: Partial<Draft>) {
    change(part);
    touch(part);
  }
  async function release() {
    if (await claim.release()) steps.onLeft();
  }
  async function claimAgain() {
    if (await claim.again()) steps.onClaimed();
  }
  useDecisionKeys({ onVerdict: (verdict) => mark({ verdict }), onSave: () => void decide() });

  return {
    draft,
    kept,
    wanted,
    problem: claim.problem ?? standing,
    isSaving,
    isBusy,
    isLost,
    mark,
    decide,
    release,
    claimAgain,
  };
}
