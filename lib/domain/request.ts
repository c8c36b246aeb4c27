import { MISSING_ITEMS, type MissingItem } from './completeness';
import { type Action, type Actor, may, type Owned } from './permissions';
import { CLOSE_REASONS } from './reasons';
import { URGENCIES, type Urgency } from './red-flags';
import { type Field, refuse } from './refusal';
import { OPEN_STAGES, type Stage } from './stages';

/** What the rules need to know of a request. */
export type ReviewRequest = Owned & {
  readonly id: string;
  readonly number: number;
  readonly stage: Stage;
  readonly urgency: Urgency;
  readonly coordinatorId: string | null;
  readonly surgeonId: string | null;
  readonly missing: readonly MissingItem[];
  /** A red flag of class E or S waits for a clinician since then. */
  readonly alarmSince: Date | null;
  /** Somebody has that in hand. */
  readonly isAcknowledged: boolean;
  /** A clinician has answered: any verdict that stands but `cannot_tell`. */
  readonly isDecided: boolean;
  /** Part of another request since then: nothing is done here but to take them apart. */
  readonly mergedInto?: string | null;
  readonly version: number;
};

export type Move = { readonly from: Stage; readonly to: Stage; readonly by: Action };

/** Every legal move and the action it needs. Who holds the action is in permissions.ts. */
export const MOVES: readonly Move[] = [
  { from: 'new', to: 'triage', by: 'request.triage' },
  { from: 'triage', to: 'awaiting_info', by: 'request.ask' },
  { from: 'triage', to: 'ready_for_review', by: 'request.ready' },
  { from: 'awaiting_info', to: 'ready_for_review', by: 'request.ready' },
  { from: 'awaiting_info', to: 'triage', by: 'request.ask' },
  { from: 'ready_for_review', to: 'in_review', by: 'request.claim' },
  { from: 'in_review', to: 'ready_for_review', by: 'request.release' },
  { from: 'in_review', to: 'awaiting_info', by: 'candidacy.decide' },
  { from: 'in_review', to: 'follow_up', by: 'candidacy.decide' },
  { from: 'follow_up', to: 'awaiting_info', by: 'decision.amend' },
  { from: 'awaiting_info', to: 'follow_up', by: 'decision.amend' },
  { from: 'follow_up', to: 'consult_booked', by: 'request.book' },
  { from: 'consult_booked', to: 'consult_held', by: 'request.book' },
  { from: 'consult_booked', to: 'follow_up', by: 'request.book' },
  { from: 'consult_held', to: 'procedure_booked', by: 'request.book' },
  { from: 'procedure_booked', to: 'completed', by: 'request.book' },
  ...OPEN_STAGES.map((from): Move => ({ from, to: 'closed', by: 'request.close' })),
  { from: 'closed', to: 'triage', by: 'request.reopen' },
];

export type AllowedAction = { readonly action: Action; readonly to?: Stage };

/** The buttons on the page, the list in the API and the check on the server are this one list. */
export function allowedActions(actor: Actor, request: ReviewRequest): AllowedAction[] {
  if (request.mergedInto) return may(actor, 'request.unmerge', request) ? [{ action: 'request.unmerge' }] : [];
  const moves = movesOpenTo(actor, request).map(({ to }): AllowedAction => ({ action: 'request.move', to }));
  const standing = (
    ['request.correct', 'request.assign', 'request.tag', 'note.write', 'contact.log', 'follow_up.schedule'] as const
  ).filter((action) => may(actor, action, request));
  const decides = request.stage === 'in_review' && may(actor, 'candidacy.decide', request);
  return [
    ...moves,
    ...(request.alarmSince && !request.isAcknowledged && may(actor, 'alarm.acknowledge', request)
      ? [{ action: 'alarm.acknowledge' as const }]
      : []),
    ...(mayRaise(actor, request) ? [{ action: 'request.raise' as const }] : []),
    ...(request.stage === 'awaiting_info' && may(actor, 'request.remind', request)
      ? [{ action: 'request.remind' as const }]
      : []),
    ...(decides ? [{ action: 'candidacy.decide' as const }] : []),
    ...standing.map((action) => ({ action })),
  ];
}

/** Until it has ended, and while there is a graver class. */
function mayRaise(actor: Actor, request: ReviewRequest): boolean {
  return (
    OPEN_STAGES.includes(request.stage) && request.urgency !== URGENCIES[0] && may(actor, 'request.raise', request)
  );
}

/** A verdict moves a request on its own; nobody asks for that move by name. */
const isDecision = (by: Action) => by === 'candidacy.decide' || by === 'decision.amend';

/** Moves a person may ask for by name. */
export function movesOpenTo(actor: Actor, request: ReviewRequest): Move[] {
  if (request.mergedInto) return [];
  return MOVES.filter(({ from, by }) => from === request.stage && !isDecision(by) && may(actor, by, request));
}

/** The legal move from where the request is, or a refusal that lists the legal ones. */
export function moveTo(actor: Actor, request: ReviewRequest, to: Stage, by?: Action): Move {
  const move = MOVES.find(
    (one) => one.from === request.stage && one.to === to && (by ? one.by === by : !isDecision(one.by)),
  );
  if (move && !request.mergedInto && may(actor, move.by, request)) return move;
  const open = movesOpenTo(actor, request).map((one) => one.to);
  return refuse(
    'illegal_move',
    `From ${request.stage} it can go to: ${open.join(', ') || 'nowhere by you'}.`,
    [{ path: 'to', message: `not ${to} from ${request.stage}` }],
    { stage: request.stage, allowed: open, version: request.version },
  );
}

export type Ask = { readonly reason?: string; readonly missing?: readonly MissingItem[]; readonly dueAt?: Date };

/** What a move must bring along. Refuses `incomplete`, naming each field. */
export function guardMove(request: ReviewRequest, move: Move, ask: Ask, now: Date): void {
  const wants: Field[] = [];
  const want = (path: string, message: string) => wants.push({ path, message });

  if (move.to === 'awaiting_info' && !ask.missing?.length)
    want('missing', `name what is missing: ${MISSING_ITEMS.join(', ')}`);
  if (['awaiting_info', 'consult_booked', 'procedure_booked'].includes(move.to)) {
    if (!ask.dueAt) want('dueAt', 'say by when');
    else if (ask.dueAt <= now) want('dueAt', 'must lie in the future');
  }
  if (move.to === 'ready_for_review' && move.by === 'request.ready' && request.missing.length > 0 && !ask.reason)
    want('reason', `still missing: ${request.missing.join(', ')}; to send it anyway, say why`);
  if (move.by === 'request.reopen' && !ask.reason) want('reason', 'say why it is opened again');
  if (move.from === 'consult_booked' && move.to === 'follow_up' && !ask.reason)
    want('reason', 'say why the consult was not held');
  if (move.to === 'closed') {
    if (!CLOSE_REASONS.some(({ code }) => code === ask.reason))
      want('reason', `one of: ${CLOSE_REASONS.map(({ code }) => code).join(', ')}`);
    if (request.alarmSince !== null) want('to', 'a red flag is closed by a clinician: send it to a surgeon first');
  }
  if (wants.length > 0) refuse('incomplete', wants.map(({ path, message }) => `${path}: ${message}`).join('; '), wants);
}

/** All that was asked for is there now. A surgeon's needs are not items of an intake: whoever gets those moves the request on. */
export function hasArrived(
  request: Pick<ReviewRequest, 'stage' | 'missing'> & { readonly askedFor: readonly string[] },
  missing: readonly MissingItem[],
): boolean {
  const { stage, askedFor } = request;
  const wasMissing = askedFor.some((item) => request.missing.some((one) => one === item));
  const isThere = (item: string) => MISSING_ITEMS.some((one) => one === item) && !missing.some((one) => one === item);
  return stage === 'awaiting_info' && wasMissing && askedFor.every(isThere);
}

/** MR-000123 */
export function saidNumber(number: number): string {
  return `MR-${String(number).padStart(6, '0')}`;
}

/** Refuses a change made against an older version, with what stands now. */
export function sameVersion(request: ReviewRequest, version: number): void {
  if (request.version !== version) refuseStale(request, version);
}

export function refuseStale(request: ReviewRequest, version: number): never {
  return refuse(
    'conflict',
    undefined,
    [{ path: 'version', message: `you changed version ${version}, it is now ${request.version}` }],
    {
      version: request.version,
      yours: version,
      stage: request.stage,
    },
  );
}
