'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import type { Problem } from '@/lib/domain/refusal';
import type { ReviewActions } from './review-actions';

/** The hold on a request: given back, lost, or taken again in the version that stands now. */
export function useClaim(request: OpenRequest, refused: Problem | null, move: ReviewActions['move']) {
  const router = useRouter();
  const { save, isSaving, problem } = useSave(async (input: unknown, key: string) => {
    const first = await move(input, key);
    const current = first.ok ? undefined : first.problem.current?.version;
    if (first.ok || first.problem.code !== 'conflict' || typeof current !== 'number') return first;
    return move({ ...(input as object), version: current }, crypto.randomUUID());
  });
  useEffect(() => {
    if (refused?.code === 'conflict') router.refresh();
  }, [refused, router]);

  return {
    isMoving: isSaving,
    problem,
    isLost: refused?.code === 'not_found' || refused?.code === 'illegal_move',
    release: async () => (await save({ number: request.number, version: request.version, to: 'ready_for_review' })).ok,
    again: async () => (await save({ number: request.number, version: request.version + 1, to: 'in_review' })).ok,
  };
}
