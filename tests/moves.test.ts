import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { gatherCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { readThroughEvents } from './house/milestones';
import { aRequest, historyOf, type Row, theRow } from './house/requests';
import { outcomeOf } from './house/standing';
import { arbitraryStep, attempt, type Step } from './house/steps';

useDatabase();
beforeAll(gatherCast);

/** The table of stages, written out again: from where to where, and by whom. An amended verdict may lead from answering to asking, and back. */
const LEGAL: Readonly<Record<string, readonly string[]>> = {
  new: ['triage CM', 'closed CM'],
  triage: ['awaiting_info C', 'ready_for_review C', 'closed CM'],
  awaiting_info: ['triage C', 'ready_for_review C', 'follow_up S', 'closed CM'],
  ready_for_review: ['in_review S', 'closed CM'],
  in_review: ['ready_for_review S', 'awaiting_info S', 'follow_up S', 'closed CM', 'ready_for_review H'],
  follow_up: ['consult_booked C', 'awaiting_info S', 'closed CM'],
  consult_booked: ['consult_held C', 'follow_up C', 'closed CM'],
  consult_held: ['procedure_booked C', 'closed CM'],
  procedure_booked: ['completed C', 'closed CM'],
  completed: [],
  closed: ['triage CM'],
};
const LETTERS: Readonly<Record<string, string>> = { coordinator: 'C', surgeon: 'S', manager: 'M' };

const rolesOf = async () =>
  new Map((await sql<{ id: string; role: string }>('select id, role from staff')).map(({ id, role }) => [id, role]));

function isLegal(from: string, to: string, by: string | null | undefined): boolean {
  const letter = by ? (LETTERS[by] ?? '?') : 'H';
  return (LEGAL[from] ?? []).some((way) => way.startsWith(`${to} `) && way.slice(to.length + 1).includes(letter));
}

/** Only the move just before, only by whoever made it. */
function backFrom(moved: Awaited<ReturnType<typeof historyOf>>[number] | undefined) {
  return {
    from_stage: moved?.to_stage,
    to_stage: moved?.from_stage,
    actor_id: moved?.actor_id,
    version: (moved?.version ?? 0) + 1,
  };
}

/** What happened since, as one history: each stage follows from the one before, each version from the one before it. */
async function holdsTogether(number: string) {
  const row = await theRow(number);
  const history = await historyOf(number);
  const roles = await rolesOf();
  let stage: string | null = null;
  let version = 0;
  let moved: (typeof history)[number] | undefined;
  for (const event of history) {
    if (event.to_stage) {
      expect(event.from_stage).toBe(stage);
      const by = event.actor_id && (roles.get(event.actor_id) ?? '?');
      if (event.kind === 'undone') expect(event).toMatchObject(backFrom(moved));
      else if (stage)
        expect([stage, event.to_stage, isLegal(stage, event.to_stage, by)]).toEqual([stage, event.to_stage, true]);
      moved = event;
      stage = event.to_stage;
      expect(event.version).toBe(version + 1);
    } else expect([version, version + 1]).toContain(event.version);
    version = event.version;
  }
  expect([stage, version]).toEqual([row.stage, row.version]);
  const [milestone] = await sql('select * from milestone where request_id = $1', [row.id]);
  expect(milestone).toEqual(await readThroughEvents(row.id));
}

/** The requests as they stand, and how many there are of everything that hangs on one. */
async function standingOf(numbers: readonly string[]) {
  const rows = await sql<Row>('select * from request where number = any($1) order by number', [
    numbers.map((number) => Number(number.slice(3))),
  ]);
  const counts = await sql(
    'select (select count(*) from event) as events, (select count(*) from note) as notes, (select count(*) from decision) as decisions, (select count(*) from follow_up where done_at is null) as due, (select count(*) from assignment) as assignments, (select count(*) from contact_attempt) as contacts',
  );
  return { rows, counts };
}

/** One step: refused, it changes nothing; a move is one event and one version. */
async function takes(step: Step, numbers: readonly string[]) {
  const before = await standingOf(numbers);
  const outcome = await outcomeOf(() => attempt(step, numbers));
  const after = await standingOf(numbers);
  if (outcome !== 'done') return expect([step.kind, after]).toEqual([step.kind, before]);
  for (const [at, number] of numbers.entries()) {
    const [was, is] = [before.rows[at] as Row, after.rows[at] as Row];
    if (is.stage === was.stage) continue;
    const moved = (await historyOf(number)).filter(({ version, to_stage }) => version > was.version && to_stage);
    expect(moved.map(({ from_stage, to_stage, version }) => [from_stage, to_stage, version])).toEqual([
      [was.stage, is.stage, is.version],
    ]);
  }
}

test('whatever is tried, by whomever, in whatever order: only legal moves, each told once, and the rollup is what the events say', async () => {
  const runs = Number(process.env.MOVES_RUNS ?? 60);
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryStep, { minLength: 25, maxLength: 25 }), async (steps) => {
      const numbers = [await aRequest(), await aRequest({ report: undefined }), await aRequest()];
      for (const step of steps) await takes(step, numbers);
      for (const number of numbers) await holdsTogether(number);
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 300_000);
