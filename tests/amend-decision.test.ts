import { beforeAll, describe, expect, test } from 'vitest';
import { amendDecision } from '@/lib/commands/amend-decision';
import type { Stage } from '@/lib/domain/stages';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aCandidate, aRequestIn, give, historyOf, move, theRow } from './house/requests';
import { outcomeOf, standing } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const decidedIn = (stage: Stage) => aRequestIn(stage, theCast().coordinator, theCast().surgeon);
const amend = async (number: string, said: object) =>
  amendDecision(theCast().surgeon, {
    number,
    version: (await theRow(number)).version,
    amendReason: 'Saw the new images.',
    ...said,
  });
const no = { verdict: 'not_candidate', reasons: ['NO_TARGET'] };

describe('an amended decision is a new version; the stage stays and the person is told again:', () => {
  test.each(['follow_up', 'consult_booked', 'consult_held', 'procedure_booked', 'completed'] as const)(
    'in %s',
    async (stage) => {
      const { coordinator, surgeon } = theCast();
      const number = await decidedIn(stage);
      await give(coordinator, number, coordinator.id);
      const { version } = await theRow(number);
      expect(await amend(number, no)).toMatchObject({
        verdict: 'not_candidate',
        stage,
        decisionVersion: 2,
        version: version + 1,
      });
      expect(await theRow(number)).toMatchObject({ stage, verdict: 'not_candidate' });
      expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'follow_up_set' });
      expect((await historyOf(number)).at(-2)).toMatchObject({
        kind: 'amended',
        from_stage: null,
        to_stage: null,
        reason: 'Saw the new images.',
        version: version + 1,
      });
      const open = await openRequest(surgeon, { number });
      expect(open.decisions.map(({ version: one, verdict, mayAmend }) => [one, verdict, mayAmend])).toEqual([
        [2, 'not_candidate', true],
        [1, 'candidate', false],
      ]);
      expect(open.followUps).toMatchObject([
        { owner: { id: coordinator.id }, what: expect.stringContaining('amended') },
      ]);
    },
  );
});

test.each<[string, object, string]>([
  ['without a reason to amend', { ...aCandidate, amendReason: undefined }, 'invalid'],
  ['with blanks for a reason', { ...aCandidate, amendReason: ' ' }, 'invalid'],
  ['to half a verdict', { verdict: 'not_candidate' }, 'incomplete'],
  ['against an older version', { ...no, version: 1 }, 'conflict'],
])('%s it is turned away and nothing changes', async (_, said, code) => {
  const number = await decidedIn('follow_up');
  const before = await standing();
  expect(await outcomeOf(() => amend(number, said))).toBe(code);
  expect(await standing()).toEqual(before);
});

test('what was never decided cannot be amended', async () => {
  const number = await decidedIn('in_review');
  expect(await outcomeOf(() => amend(number, aCandidate))).toBe('not_found');
});

describe('to and from an undecidable verdict the request moves as the verdict says:', () => {
  const cannot = { verdict: 'cannot_tell', needs: ['CT'] };
  test('the answer is taken back, and the person is asked', async () => {
    const number = await decidedIn('follow_up');
    expect(await amend(number, cannot)).toMatchObject({ stage: 'awaiting_info' });
    expect(await theRow(number)).toMatchObject({ stage: 'awaiting_info', asked_for: ['CT'] });
    expect(await historyOf(number)).toContainEqual(
      expect.objectContaining({ kind: 'amended', from_stage: 'follow_up', to_stage: 'awaiting_info' }),
    );
  });
  test('it can be told after all', async () => {
    const number = await decidedIn('follow_up');
    await amend(number, cannot);
    expect(await amend(number, aCandidate)).toMatchObject({ stage: 'follow_up', verdict: 'candidate' });
    expect(await theRow(number)).toMatchObject({ asked_for: [] });
  });
  test('not while it is being read again', async () => {
    const { coordinator, surgeon } = theCast();
    const number = await decidedIn('follow_up');
    await amend(number, cannot);
    await move(coordinator, number, 'ready_for_review', { reason: 'CT is here' });
    await move(surgeon, number, 'in_review');
    expect(await outcomeOf(() => amend(number, aCandidate))).toBe('illegal_move');
  });
});
