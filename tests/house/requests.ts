import { assignRequest } from '@/lib/commands/assign-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { moveRequest } from '@/lib/commands/move-request';
import { submitRequest } from '@/lib/commands/submit-request';
import type { Actor } from '@/lib/domain/permissions';
import type { Stage } from '@/lib/domain/stages';
import { sql } from './database';
import { aFullIntake } from './intake';
import { program } from './people';

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export const aCandidate = {
  verdict: 'candidate',
  procedures: [{ code: 'MDIS', levels: ['L4-L5'], side: 'right' }],
  message: 'You may be a candidate.',
};

export async function aRequest(change: object = {}): Promise<string> {
  return (await submitRequest(program, aFullIntake(change))).number;
}

/** Each stage by the one before it, and who brings a request on from there. */
const WAYS: Record<Exclude<Stage, 'new'>, readonly [from: Stage, by: 'coordinator' | 'surgeon', ask: object]> = {
  triage: ['new', 'coordinator', {}],
  awaiting_info: ['triage', 'coordinator', { missing: ['report'], dueAt: inDays(7) }],
  ready_for_review: ['triage', 'coordinator', { reason: 'sent on' }],
  in_review: ['ready_for_review', 'surgeon', {}],
  follow_up: ['in_review', 'surgeon', aCandidate],
  consult_booked: ['follow_up', 'coordinator', { dueAt: inDays(7) }],
  consult_held: ['consult_booked', 'coordinator', {}],
  procedure_booked: ['consult_held', 'coordinator', { dueAt: inDays(7) }],
  completed: ['procedure_booked', 'coordinator', {}],
  closed: ['triage', 'coordinator', { reason: 'PT_DECLINED' }],
};

/** Walks a fresh complete request to a stage, by the people who would do it. */
export async function aRequestIn(
  stage: Stage,
  coordinator: Actor,
  surgeon: Actor,
  change: object = {},
): Promise<string> {
  if (stage === 'new') return aRequest(change);
  const [from, by, ask] = WAYS[stage];
  const number = await aRequestIn(from, coordinator, surgeon, change);
  if (stage === 'follow_up') await decide(surgeon, number, ask);
  else await move(by === 'surgeon' ? surgeon : coordinator, number, stage, ask);
  return number;
}

export async function move(actor: Actor, number: string, to: Stage, ask: object = {}) {
  return moveRequest(actor, { number, version: (await theRow(number)).version, to, ...ask });
}

export async function decide(actor: Actor, number: string, draft: object = aCandidate) {
  return decideCandidacy(actor, { number, version: (await theRow(number)).version, ...draft });
}

export async function give(actor: Actor, number: string, staffId: string | null) {
  return assignRequest(actor, { number, version: (await theRow(number)).version, staffId });
}

export type Row = {
  id: string;
  number: number;
  stage: Stage;
  urgency: string;
  version: number;
  coordinator_id: string | null;
  surgeon_id: string | null;
  claimed_at: Date | null;
  verdict: string | null;
  missing: string[];
  asked_for: string[];
  alarm_since: Date | null;
  due_at: Date | null;
  stage_since: Date;
  next_follow_up_at: Date | null;
};

export async function theRow(number: string): Promise<Row> {
  const [row] = await sql<Row>('select * from request where number = $1', [Number(number.slice(3))]);
  if (!row) throw new Error(`no ${number}`);
  return row;
}

export async function historyOf(number: string) {
  return sql<{
    kind: string;
    from_stage: Stage | null;
    to_stage: Stage | null;
    actor_id: string | null;
    actor_name: string;
    reason: string | null;
    facts: Record<string, unknown>;
    version: number;
  }>(
    `select e.kind, e.from_stage, e.to_stage, e.actor_id, e.actor_name, e.reason, e.facts, e.version
     from event e join request r on r.id = e.request_id where r.number = $1 order by e.seq`,
    [Number(number.slice(3))],
  );
}

export async function auditTrail() {
  return sql<{
    actor_id: string | null;
    actor_role: string;
    action: string;
    outcome: string;
    subject_id: string | null;
    shown_ids: string[] | null;
    facts: object | null;
  }>('select actor_id, actor_role, action, outcome, subject_id, shown_ids, facts from audit order by seq');
}
