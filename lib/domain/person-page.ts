import type { Stage } from './stages';

/** How far a request is, as the person is told it: no more than that. */
export const PHASES = ['received', 'need', 'with_surgeon', 'answer_ready', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

type Told = { readonly stage: Stage; readonly isDecided: boolean; readonly mergedInto?: string | null };

/** What was told again and linked reads as any that has just come: its page must not say that somebody was known. */
export const isToldAgain = ({ mergedInto }: Pick<Told, 'mergedInto'>) => Boolean(mergedInto);

/** Until it has ended, a person may add what belongs to it. */
export const mayAddFile = (request: Pick<Told, 'stage' | 'mergedInto'>) =>
  isToldAgain(request) || !['completed', 'closed'].includes(request.stage);

export function phaseOf(request: Told): Phase {
  if (isToldAgain(request)) return 'received';
  const { stage, isDecided } = request;
  switch (stage) {
    case 'new':
    case 'triage':
      return 'received';
    case 'awaiting_info':
      return 'need';
    case 'ready_for_review':
    case 'in_review':
      return 'with_surgeon';
    case 'closed':
      return isDecided ? 'answer_ready' : 'ended';
    default:
      return 'answer_ready';
  }
}
