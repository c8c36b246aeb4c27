import { sql } from './database';

type Told = {
  seq: string;
  kind: string;
  to_stage: string | null;
  actor_id: string | null;
  facts: Record<string, unknown>;
  at: Date;
};

/** The milestone of one request, read from its events by hand: nothing here is shared with the trigger that keeps the row. */
export async function readThroughEvents(requestId: string) {
  const told = await sql<Told>(
    'select seq, kind, to_stage, actor_id, facts, at from event where request_id = $1 order by seq',
    [requestId],
  );
  const undone = told.flatMap(({ kind, facts }) => (kind === 'undone' ? [String(facts.undoes)] : []));
  const events = told.filter(({ seq, kind }) => kind !== 'undone' && !undone.includes(seq));
  const firstAt = (is: (event: Told) => boolean) => events.find(is)?.at ?? null;
  const isVerdict = ({ kind }: Told) => kind === 'decided' || kind === 'amended';
  const answered = events.findIndex((event) => isVerdict(event) && event.facts.verdict !== 'cannot_tell');
  const latest = events.filter(isVerdict).at(-1);
  const informed = events.find(
    ({ kind, to_stage, facts }, at) =>
      to_stage === 'consult_booked' ||
      (answered >= 0 && at > answered && kind === 'contacted' && facts.outcome === 'told_answer'),
  );
  return {
    request_id: requestId,
    stage: events.filter(({ to_stage }) => to_stage !== null).at(-1)?.to_stage,
    source: events[0]?.facts.source,
    received_at: events[0]?.at,
    complete_at: firstAt(({ to_stage }) => to_stage === 'ready_for_review'),
    decided_at: answered >= 0 ? events[answered]?.at : null,
    informed_at: informed?.at ?? null,
    consult_at: firstAt(({ to_stage }) => to_stage === 'consult_booked'),
    procedure_at: firstAt(({ to_stage }) => to_stage === 'procedure_booked'),
    verdict: latest?.facts.verdict ?? null,
    reasons: latest?.facts.reasons ?? [],
    surgeon_id: latest?.actor_id ?? null,
  };
}
