import { assignRequest } from '@/lib/commands/assign-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { moveRequest } from '@/lib/commands/move-request';
import { submitRequest } from '@/lib/commands/submit-request';
import type { Actor } from '@/lib/domain/permissions';
import { RED_FLAG_CODES } from '@/lib/domain/red-flags';
import type { Stage } from '@/lib/domain/stages';
import { sql } from './database';
import { program } from './people';

export const noRedFlags = Object.fromEntries(RED_FLAG_CODES.filter((code) => code !== 'PSY1').map((code) => [code, 'no' as const]));

const monthsAgo = (months: number) => new Date(Date.now() - months * 30 * 86_400_000).toISOString().slice(0, 10);

/** Everything a surgeon needs; `change` replaces whole parts. */
export const aFullIntake = (change: Record<string, unknown> = {}) => ({
  person: { firstName: 'Ana', lastName: 'Delgado', dateOfBirth: '1974-03-02', sexAtBirth: 'female', phone: '+13055550123', email: 'ana@example.com', state: 'FL' },
  consents: { review: true, phone: true },
  complaint: { region: 'lumbar', dominantPain: 'leg', side: 'right', durationMonths: 14, worstPain: 8, story: 'Pain to the right calf.' },
  redFlags: noRedFlags,
  conservativeCare: [{ kind: 'physical_therapy', weeks: 10, effect: 'little' }],
  imaging: [{ modality: 'MR', region: 'lumbar', studyDate: monthsAgo(2), supplied: 'upload' }],
  report: { text: 'L4-L5: right paracentral extrusion contacting the traversing L5 root.' },
  ...change,
});

export async function aRequest(change: Record<string, unknown> = {}): Promise<string> {
  return (await submitRequest(program, aFullIntake(change))).number;
}

export type Row = { id: string; number: number; stage: Stage; urgency: string; version: number; coordinator_id: string | null; surgeon_id: string | null; verdict: string | null; missing: string[]; due_at: Date | null; next_follow_up_at: Date | null };
export async function theRow(number: string): Promise<Row> {
  const [row] = await sql<Row>('select * from request where number = $1', [Number(number.slice(3))]);
  if (!row) throw new Error(`no ${number}`);
  return row;
}

export async function move(actor: Actor, number: string, to: Stage, ask: Record<string, unknown> = {}) {
  return moveRequest(actor, { number, version: (await theRow(number)).version, to, ...ask });
}

export const aCandidate = { verdict: 'candidate', procedures: [{ code: 'MDIS', levels: ['L4-L5'], side: 'right' }], message: 'You may be a candidate.' };

/** Walks a fresh complete request to a stage, by the people who would do it. */
export async function aRequestIn(stage: Stage, coordinator: Actor, surgeon: Actor, change: Record<string, unknown> = {}): Promise<string> {
  const number = await aRequest(change);
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const ways: Record<Stage, (() => Promise<unknown>)[]> = {
    new: [],
    triage: [() => move(coordinator, number, 'triage')],
    awaiting_info: [...way('triage'), () => move(coordinator, number, 'awaiting_info', { missing: ['report'], dueAt: soon })],
    ready_for_review: [...way('triage'), () => move(coordinator, number, 'ready_for_review', { reason: 'sent on' })],
    in_review: [...way('ready_for_review'), () => move(surgeon, number, 'in_review')],
    follow_up: [...way('in_review'), async () => decideCandidacy(surgeon, { number, version: (await theRow(number)).version, ...aCandidate })],
    consult_booked: [...way('follow_up'), () => move(coordinator, number, 'consult_booked', { dueAt: soon })],
    consult_held: [...way('consult_booked'), () => move(coordinator, number, 'consult_held')],
    procedure_booked: [...way('consult_held'), () => move(coordinator, number, 'procedure_booked', { dueAt: soon })],
    completed: [...way('procedure_booked'), () => move(coordinator, number, 'completed')],
    closed: [...way('triage'), () => move(coordinator, number, 'closed', { reason: 'PT_DECLINED' })],
  };
  for (const step of ways[stage]) await step();
  return number;

  function way(to: Stage): (() => Promise<unknown>)[] {
    const order: Stage[] = ['triage', 'ready_for_review', 'in_review', 'follow_up', 'consult_booked', 'consult_held', 'procedure_booked'];
    const steps: Record<string, () => Promise<unknown>> = {
      triage: () => move(coordinator, number, 'triage'),
      ready_for_review: () => move(coordinator, number, 'ready_for_review', { reason: 'sent on' }),
      in_review: () => move(surgeon, number, 'in_review'),
      follow_up: async () => decideCandidacy(surgeon, { number, version: (await theRow(number)).version, ...aCandidate }),
      consult_booked: () => move(coordinator, number, 'consult_booked', { dueAt: soon }),
      consult_held: () => move(coordinator, number, 'consult_held'),
      procedure_booked: () => move(coordinator, number, 'procedure_booked', { dueAt: soon }),
    };
    return order.slice(0, order.indexOf(to) + 1).map((one) => steps[one] as () => Promise<unknown>);
  }
}

export async function give(actor: Actor, number: string, staffId: string | null) {
  return assignRequest(actor, { number, version: (await theRow(number)).version, staffId });
}

export async function historyOf(number: string) {
  return sql<{ kind: string; from_stage: Stage | null; to_stage: Stage | null; actor_id: string | null; version: number }>(
    'select e.kind, e.from_stage, e.to_stage, e.actor_id, e.version from event e join request r on r.id = e.request_id where r.number = $1 order by e.seq',
    [Number(number.slice(3))],
  );
}

export async function auditTrail() {
  return sql<{ actor_id: string | null; action: string; outcome: string; subject_id: string | null }>(
    'select actor_id, action, outcome, subject_id from audit order by seq',
  );
}
