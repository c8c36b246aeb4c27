/** Where a request is. Decision, urgency, owner and due date are columns of their own. */
export const STAGES = [
  'new',
  'triage',
  'awaiting_info',
  'ready_for_review',
  'in_review',
  'follow_up',
  'consult_booked',
  'consult_held',
  'procedure_booked',
  'completed',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

export const ENDED_STAGES = ['completed', 'closed'] as const satisfies readonly Stage[];
export const OPEN_STAGES = STAGES.filter((stage) => !(ENDED_STAGES as readonly Stage[]).includes(stage));
/** Not yet seen by a clinician: an alarming red flag stays pinned here. */
export const UNDECIDED_STAGES = [
  'new',
  'triage',
  'awaiting_info',
  'ready_for_review',
  'in_review',
] as const satisfies readonly Stage[];

export const STAGE_WORDS: Record<Stage, string> = {
  new: 'New',
  triage: 'Triage',
  awaiting_info: 'Awaiting info',
  ready_for_review: 'Ready for surgeon',
  in_review: 'In review',
  follow_up: 'Follow-up',
  consult_booked: 'Consult booked',
  consult_held: 'Consult held',
  procedure_booked: 'Procedure booked',
  completed: 'Completed',
  closed: 'Closed',
};

export const TURNS = ['coordinator', 'surgeon', 'patient'] as const;
export type Turn = (typeof TURNS)[number];

/** Whose move it is; null once the request has ended. */
export function turnOf(stage: Stage): Turn | null {
  if ((ENDED_STAGES as readonly Stage[]).includes(stage)) return null;
  if (stage === 'awaiting_info' || stage === 'consult_booked' || stage === 'procedure_booked') return 'patient';
  return stage === 'ready_for_review' || stage === 'in_review' ? 'surgeon' : 'coordinator';
}
