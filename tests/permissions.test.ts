import { beforeAll, describe, expect, test } from 'vitest';
import { amendDecision } from '@/lib/commands/amend-decision';
import { writeNote } from '@/lib/commands/write-note';
import { ACTIONS, type Actor, type Role, scopeOf } from '@/lib/domain/permissions';
import { movesOpenTo } from '@/lib/domain/request';
import { readAudit } from '@/lib/queries/read-audit';
import { type Attempt, aNoteOf, decidedBy, ON_REQUESTS, standingIn, usedUp } from './house/attempts';
import { AT_THE_HOUSE } from './house/attempts-at-the-house';
import { AT_TWO } from './house/attempts-at-two';
import { OF_THE_PUBLIC } from './house/attempts-of-the-public';
import { WITH_FILES } from './house/attempts-with-files';
import { actorOf, gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { expected, holds, MATRIX, ROLES, type Whose } from './house/matrix';
import { aCandidate, theRow } from './house/requests';
import { outcomeOf, standing } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const ATTEMPTS = [...ON_REQUESTS, ...AT_TWO, ...AT_THE_HOUSE, ...OF_THE_PUBLIC, ...WITH_FILES];

/** Tries, and holds the door to what the table says: the answer, the audit, and a database left alone by a refusal. */
async function tries(actor: Actor, attempt: Attempt, whose: Whose) {
  const said = await attempt.say(actor, whose);
  const before = await standing();
  const seq = await lastAudit();
  const outcome = await outcomeOf(() => attempt.act(actor, said));
  const after = await standing();
  if (JSON.stringify(after) !== JSON.stringify(before)) usedUp();
  const should = expected(attempt.action, actor.role, whose, attempt.isMove);
  expect(outcome).toBe(should);
  if (should !== 'done') expect(after).toEqual(before);
  const isKept = should !== 'done' || !attempt.isQuiet;
  expect(await auditedSince(seq)).toEqual(
    isKept
      ? [{ actor_id: actor.id, actor_role: actor.role, action: attempt.entered ?? attempt.action, outcome: should }]
      : [],
  );
}

async function lastAudit(): Promise<string> {
  const [row] = await sql<{ seq: string }>('select coalesce(max(seq), 0) as seq from audit');
  return row?.seq ?? '0';
}
const auditedSince = (seq: string) =>
  sql('select actor_id, actor_role, action, outcome from audit where seq > $1 order by seq', [seq]);

const named = ({ action, entered, whose }: Attempt) =>
  `${action}:${entered ? ' by a move' : ''} ${whose[0] === 'none' ? '' : 'of a subject'}`;

describe.each(ATTEMPTS.map((attempt) => [named(attempt), attempt] as const))('%s', (_, attempt) => {
  // The refused come first: their subjects serve again.
  const cases = ROLES.flatMap((role) =>
    attempt.whose.map((whose) => [role, whose, expected(attempt.action, role, whose, attempt.isMove)] as const),
  );
  const ordered = [...cases.filter(([, , code]) => code !== 'done'), ...cases.filter(([, , code]) => code === 'done')];
  test.each(ordered)('%s, %s: %s', async (role, whose) => tries(actorOf(role), attempt, whose));
});

describe('note.addend: an addendum is its author’s', () => {
  const writers = ['coordinator', 'surgeon', 'manager'] as const;
  test.each(writers)('a %s adds to a note of their own', async (role) => {
    expect(await outcomeOf(async () => writeNote(actorOf(role), await aNoteOf(actorOf(role), actorOf(role))))).toBe(
      'done',
    );
  });
  test.each(
    writers.flatMap((reader) =>
      [...writers, 'otherSurgeon' as const].filter((one) => one !== reader).map((author) => [reader, author] as const),
    ),
  )('a %s does not add to a note of the %s', async (reader, author) => {
    const said = await aNoteOf(theCast()[author], theCast()[reader]);
    const before = await standing();
    expect(await outcomeOf(() => writeNote(theCast()[reader], said))).toBe('invalid');
    expect(await standing()).toEqual(before);
  });
});

describe('decision.amend: whoever holds the request now,', () => {
  test('its author amends', async () => {
    const { surgeon, otherSurgeon } = theCast();
    const number = await decidedBy(surgeon, otherSurgeon);
    expect(await outcomeOf(async () => amendDecision(surgeon, await amended(number)))).toBe('done');
  });
  test('and the one who holds it does not', async () => {
    const { surgeon, otherSurgeon } = theCast();
    const number = await decidedBy(surgeon, otherSurgeon);
    expect(await outcomeOf(async () => amendDecision(otherSurgeon, await amended(number)))).toBe('not_found');
  });
  const amended = async (number: string) => ({
    number,
    version: (await theRow(number)).version,
    ...aCandidate,
    amendReason: 'again',
  });
});

describe('the buttons say what the door does:', () => {
  const moves = ON_REQUESTS.filter(({ isMove }) => isMove);
  test.each(moves.flatMap((attempt) => ROLES.map((role) => [attempt.action, role, attempt] as const)))(
    '%s for %s',
    async (action, role, attempt) => {
      for (const whose of attempt.whose.filter((one) => one !== 'never was')) {
        const said = (await attempt.say(actorOf(role), whose)) as { number: string; to: string };
        const row = await theRow(said.number);
        const request = {
          ...row,
          surgeonId: row.surgeon_id,
          coordinatorId: row.coordinator_id,
          isDecided: false,
          alarmSince: null,
          isAcknowledged: false,
          missing: [],
          urgency: 'routine' as const,
        };
        const isOffered = movesOpenTo(actorOf(role), request).some(({ by, to }) => by === action && to === said.to);
        expect([whose, isOffered]).toEqual([whose, holds(MATRIX[action]?.[role] ?? '-', whose)]);
      }
    },
  );
});

test('a refused look at somebody else’s request names it in the audit, and only there', async () => {
  const { surgeon } = theCast();
  const number = await standingIn('in_review', surgeon, "another's");
  const open = ON_REQUESTS.find(({ action }) => action === 'request.open');
  const refusals = await Promise.all(
    [number, 'MR-099999'].map((one) => open?.act(surgeon, { number: one }).catch((error: unknown) => error)),
  );
  expect(JSON.stringify(refusals[0])).toBe(JSON.stringify(refusals[1]));
  const [last] = await sql(
    'select subject_id from audit where actor_id = $1 and subject_id is not null order by seq desc limit 1',
    [surgeon.id],
  );
  expect(last).toEqual({ subject_id: (await theRow(number)).id });
});

describe('audit.read: who reads only their own sees nobody else’s, whomever they ask for:', () => {
  test.each([
    ['coordinator', 'own'],
    ['surgeon', 'own'],
    ['manager', 'all'],
    ['admin', 'all'],
  ] as const)('%s, %s', async (role, what) => {
    const { otherManager } = theCast();
    await readAudit(otherManager, {});
    const { rows } = await readAudit(actorOf(role), { actor: otherManager.id });
    const whose = what === 'own' ? actorOf(role).id : otherManager.id;
    expect(new Set(rows.map(({ actorId }) => actorId).filter((id) => id !== whose))).toEqual(new Set());
    if (what === 'all') expect(rows.length).toBeGreaterThan(0);
  });
});

describe('both copies of the table say the same, word for word:', () => {
  test('of every action', () => expect(Object.keys(MATRIX).sort()).toEqual([...ACTIONS].sort()));
  test('with an attempt at each', () => {
    const tried = new Set([...ATTEMPTS.flatMap(({ action, entered }) => [action, entered]), 'note.addend']);
    expect(ACTIONS.filter((action) => !tried.has(action))).toEqual([]);
  });
  test.each([...ACTIONS])('%s', (action) => {
    const written = Object.fromEntries(ROLES.map((role: Role) => [role, scopeOf(role, action) ?? '-']));
    expect(written).toEqual(MATRIX[action]);
  });
});
