'use client';
import { useLeaveWarning } from '@/components/request/use-leave-warning';
import { type DraftOf, useDraft } from '@/components/ui/use-draft';
import { type Draft, isSame } from './draft';

/** The decision being marked, and how its draft is kept. */
export function useKeptDraft(of: DraftOf, start: Draft) {
  const { typed, type, draft: kept } = useDraft(of, start, (typed) => isSame(typed, start));
  useLeaveWarning(kept.isUnsaved(), kept.isStuck);
  return { draft: typed, change: type, isDirty: !isSame(typed, start), kept };
}
