import type { OpenRequest } from '@/lib/domain/desk';
import type { Stage } from '@/lib/domain/stages';

/** What a move asks for before it is made. */
export type Wants = 'nothing' | 'missing' | 'override' | 'close' | 'reason' | 'moment' | 'sure';
export type MoveOffer = {
  readonly to: Stage;
  readonly words: string;
  readonly wants: Wants;
  readonly ask: string;
  readonly isNext: boolean;
};

type Standing = Pick<OpenRequest, 'stage' | 'missing' | 'allowedActions'>;

/** The moves that are open, the natural next one first. */
export function offersOf(request: Standing): MoveOffer[] {
  const offers = request.allowedActions.flatMap(({ action, to }) =>
    action === 'request.move' && to ? [offerOf(request, to)] : [],
  );
  return offers.sort((a, b) => rank(a) - rank(b));
}

function offerOf({ stage, missing }: Standing, to: Stage): MoveOffer {
  const isComplete = missing.length === 0;
  const offer = (words: string, wants: Wants, ask: string, isNext = false): MoveOffer => ({
    to,
    words,
    wants,
    ask,
    isNext,
  });
  switch (to) {
    case 'triage':
      if (stage === 'closed') return offer('Reopen', 'reason', 'Why is it opened again?', true);
      return stage === 'new' ? offer('Start triage', 'nothing', '', true) : offer('Back to triage', 'nothing', '');
    case 'awaiting_info':
      return offer('Ask for more', 'missing', 'What is asked for, and by when?', !isComplete);
    case 'ready_for_review':
      if (stage === 'in_review') return offer('Release', 'sure', 'Another surgeon can then take it. Your draft stays.');
      return isComplete
        ? offer('Ready for surgeon', 'nothing', '', true)
        : offer('Ready for surgeon', 'override', 'Why send it with items missing?');
    case 'in_review':
      return offer('Take for review', 'nothing', '', true);
    case 'consult_booked':
      return offer('Book consult', 'moment', 'When is the consult?', true);
    case 'follow_up':
      return offer('No-show', 'reason', 'Why was the consult not held?');
    case 'consult_held':
      return offer('Consult held', 'sure', 'The consult took place.', true);
    case 'procedure_booked':
      return offer('Book procedure', 'moment', 'When is the procedure?', true);
    case 'completed':
      return offer('Procedure done', 'sure', 'The request is then completed.', true);
    case 'closed':
      return offer('Close', 'close', 'Why is it closed?');
    default:
      return offer(to, 'sure', '');
  }
}

function rank({ isNext, to }: MoveOffer): number {
  return isNext ? 0 : to === 'closed' ? 2 : 1;
}
