import type { StaffName } from './desk';
import type { Actor } from './permissions';
import { refuse } from './refusal';
import type { ReviewRequest } from './request';
import { type Stage, turnOf } from './stages';
import { type Calendar, dueFor } from './working-time';

type Change = {
  readonly stage?: Stage;
  readonly claimedAt?: Date | null;
  readonly dueAt?: Date | null;
  readonly coordinatorId?: string | null;
  readonly surgeonId?: string | null;
};

/** A request has a coordinator and, later, a surgeon; giving it to somebody fills the place of their role, to nobody empties the place whose turn it is. */
export function assign(actor: Actor, request: ReviewRequest, to: StaffName | null): Change {
  const wrong = (message: string) => refuse('invalid', undefined, [{ path: 'staffId', message }]);
  if (request.stage === 'in_review') wrong('a surgeon is reading it: it can be released, not given away');
  if (actor.role === 'surgeon') return to === null ? { surgeonId: null } : wrong('a surgeon can only give back: null');
  if (to) return to.role === 'surgeon' ? { surgeonId: to.id } : { coordinatorId: to.id };
  return turnOf(request.stage) === 'surgeon' ? { surgeonId: null } : { coordinatorId: null };
}

/** What becomes of an open request whose coordinator or surgeon leaves: it is nobody's, and a reading is given back. */
export function withoutStaff(request: ReviewRequest, staffId: string, now: Date, clinic: Calendar): Change {
  const isRead = request.stage === 'in_review' && request.surgeonId === staffId;
  return {
    ...(request.coordinatorId === staffId ? { coordinatorId: null } : {}),
    ...(request.surgeonId === staffId ? { surgeonId: null } : {}),
    ...(isRead
      ? { stage: 'ready_for_review', claimedAt: null, dueAt: dueFor('ready_for_review', request.urgency, now, clinic) }
      : {}),
  };
}
