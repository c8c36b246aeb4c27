'use client';
import { useLeaveWarning } from '@/components/request/use-leave-warning';
import { keeperOf } from '@/components/ui/draft-keepers';
import { type DraftOf, useDraft } from '@/components/ui/use-draft';
import { type Draft, isSame } from './draft';

/** The decision being marked, and how its draft is kept. */
export function useKeptDraft(of: DraftOf, start: Draft) {
  const { typed, type, draft: kept } = useDraft(of, start, (typed) => isSame(typed, start));
  useLeaveWarning(kept.isUnsaved(), kept.isStuck);
  return { draft: typed, change: type, isDirty: !isSame(typed, start), kept };
}

/** For the form that amends that version of the decision. */
export function keepForAmending(me: string, number: string, version: number, draft: Draft) {
  keeperOf({ me, number, kind: 'amendment', about: String(version) }, undefined).type(draft);
}
