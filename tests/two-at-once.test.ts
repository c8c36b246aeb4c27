import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimRequest } from '@/lib/commands/claim-request';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { moveRequest } from '@/lib/commands/move-request';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { submitRequest } from '@/lib/commands/submit-request';
import { writeNote } from '@/lib/commands/write-note';
import { Refusal } from '@/lib/domain/refusal';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake } from './house/intake';
import { aPerson, program } from './house/people';
import { aCandidate, aRequestIn, historyOf, inDays, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

const ROUNDS = 50;

/** Exactly one of all got through; everybody else was told what stands now. */
function oneWon(outcomes: readonly PromiseSettledResult<unknown>[], version: number) {
  const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(outcomes.length - lost.length).toBe(1);
  for (const reason of lost) {
    expect(reason).toBeInstanceOf(Refusal);
    expect(reason).toMatchObject({ code: 'conflict', current: { version: version + 1, yours: version } });
  }
}

describe(`in ${ROUNDS} rounds, of two at once one wins and the other is told what stands:`, () => {
  test('two verdicts on one version', async () => {
    const { coordinator, surgeon } = theCast();
    for (let round = 0; round < ROUNDS; round++) {
      const number = await aRequestIn('in_review', coordinator, surgeon);
      const { version } = await theRow(number);
      const no = { verdict: 'not_candidate', reasons: ['NO_TARGET'] };
      oneWon(
        await Promise.allSettled(
          [aCandidate, no].map((said) => decideCandidacy(surgeon, { number, version, ...said })),
        ),
        version,
      );
      expect((await historyOf(number)).filter(({ kind }) => kind === 'decided')).toHaveLength(1);
    }
  });

  test('two moves of one version', async () => {
    const { coordinator, otherCoordinator, manager } = theCast();
    for (let round = 0; round < ROUNDS; round++) {
      const number = await aRequestIn('new', coordinator, coordinator);
      const moves = [
        moveRequest(coordinator, { number, version: 1, to: 'triage' }),
        moveRequest(otherCoordinator, { number, version: 1, to: 'closed', reason: 'DUPLICATE' }),
        moveRequest(manager, { number, version: 1, to: 'triage' }),
      ];
      oneWon(await Promise.allSettled(moves), 1);
      expect(await historyOf(number)).toHaveLength(2);
    }
  });

  test('two surgeons who take the same request', async () => {
    const { coordinator, surgeon, otherSurgeon } = theCast();
    for (let round = 0; round < ROUNDS; round++) {
      const number = await aRequestIn('ready_for_review', coordinator, surgeon);
      const { version } = await theRow(number);
      const outcomes = await Promise.allSettled(
        [surgeon, otherSurgeon].map((who) => moveRequest(who, { number, version, to: 'in_review' })),
      );
      const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: expect.stringMatching(/^(conflict|not_found)$/) },
      });
      expect((await theRow(number)).surgeon_id).toBe([surgeon, otherSurgeon][won]?.id);
    }
  });
});

test('eight surgeons who ask for the next request at once get eight', async () => {
  const { coordinator, surgeon } = theCast();
  await sql("update request set stage = 'closed' where stage = 'ready_for_review'");
  const surgeons = await Promise.all(Array.from({ length: 8 }, () => aPerson('surgeon')));
  for (let round = 0; round < 3; round++) {
    for (const _ of surgeons) await aRequestIn('ready_for_review', coordinator, surgeon);
    const taken = await Promise.all(surgeons.map((who) => claimRequest(who, {})));
    expect(new Set(taken.map(({ number }) => number)).size).toBe(8);
  }
  await expect(claimRequest(surgeon, {})).rejects.toMatchObject({ code: 'not_found' });
});

describe('the same Idempotency-Key, sixteen times at once,', () => {
  test('submits one request and tells all the same number', async () => {
    const intake = aFullIntake();
    const call = { idempotencyKey: randomUUID() };
    const before = await sql('select count(*)::int as n from request');
    const answers = await Promise.all(Array.from({ length: 16 }, () => submitRequest(program, intake, call)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await sql('select count(*)::int - 1 as n from request')).toEqual(before);
  });

  test('writes one note; another body is refused, and another person’s key is their own', async () => {
    const { coordinator, manager } = theCast();
    const number = await aRequestIn('triage', coordinator, coordinator);
    const call = { idempotencyKey: randomUUID() };
    await Promise.all(Array.from({ length: 16 }, () => writeNote(coordinator, { number, text: 'Once.' }, call)));
    expect((await historyOf(number)).filter(({ kind }) => kind === 'noted')).toHaveLength(1);
    await expect(writeNote(coordinator, { number, text: 'Twice.' }, call)).rejects.toMatchObject({
      code: 'key_reused',
    });
    await writeNote(manager, { number, text: 'Once.' }, call);
    expect((await historyOf(number)).filter(({ kind }) => kind === 'noted')).toHaveLength(2);
  });
});

test('follow-ups set at once leave the earliest as the next', async () => {
  const { coordinator } = theCast();
  for (let round = 0; round < 30; round++) {
    const number = await aRequestIn('new', coordinator, coordinator);
    const days = [1, 9, 5, 7];
    await Promise.all(days.map((day) => scheduleFollowUp(coordinator, { number, dueAt: inDays(day), what: 'Ring' })));
    const [first] = await sql<{ at: Date }>(
      'select min(f.due_at) as at from follow_up f join request r on r.id = f.request_id where r.number = $1',
      [Number(number.slice(3))],
    );
    expect((await theRow(number)).next_follow_up_at).toEqual(first?.at);
  }
});

test('a note beside a move tells the version that stood: the history never goes back', async () => {
  const { coordinator, manager } = theCast();
  for (let round = 0; round < ROUNDS; round++) {
    const number = await aRequestIn('new', coordinator, coordinator);
    await Promise.all([
      moveRequest(coordinator, { number, version: 1, to: 'triage' }),
      writeNote(manager, { number, text: 'Rang.' }),
    ]);
    const versions = (await historyOf(number)).map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  }
});
