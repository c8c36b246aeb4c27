import { beforeAll, describe, expect, test } from 'vitest';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aCandidate, aRequestIn, auditTrail, decide, historyOf, move, theRow } from './house/requests';
import { outcomeOf, standing } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const inReview = () => aRequestIn('in_review', theCast().coordinator, theCast().surgeon);
const planned = (change: object) => ({
  verdict: 'candidate',
  procedures: [{ code: 'MDIS', levels: ['L4-L5'], side: 'right', ...change }],
});

describe('the surgeon who claimed it decides, and it goes on', () => {
  test.each([
    ['candidate', aCandidate, 'follow_up'],
    ['needs_exam', { verdict: 'needs_exam', needs: ['IN_PERSON_EXAM'] }, 'follow_up'],
    ['needs_exam with a plan', { ...planned({}), verdict: 'needs_exam', needs: ['CT'] }, 'follow_up'],
    ['not_now', { verdict: 'not_now', reasons: ['CC_SHORT'] }, 'follow_up'],
    [
      'not_candidate',
      { verdict: 'not_candidate', reasons: ['NO_TARGET', 'OTHER'], message: 'Nothing presses on a nerve.' },
      'follow_up',
    ],
    ['cannot_tell', { verdict: 'cannot_tell', needs: ['NEW_MRI'] }, 'awaiting_info'],
  ])('%s', async (_, said, to) => {
    const { surgeon, coordinator } = theCast();
    const number = await inReview();
    const { version } = await theRow(number);
    expect(await decide(surgeon, number, said)).toMatchObject({
      number,
      verdict: said.verdict,
      stage: to,
      decisionVersion: 1,
      version: version + 1,
    });
    const row = await theRow(number);
    expect(row).toMatchObject({ stage: to, verdict: said.verdict, surgeon_id: surgeon.id, claimed_at: null });
    expect(row.due_at?.getTime()).toBeGreaterThan(Date.now());
    expect((await historyOf(number)).at(-1)).toMatchObject({
      kind: 'decided',
      from_stage: 'in_review',
      to_stage: to,
      actor_id: surgeon.id,
      version: version + 1,
    });
    expect((await auditTrail()).at(-1)).toMatchObject({
      actor_id: surgeon.id,
      action: 'candidacy.decide',
      outcome: 'done',
      subject_id: row.id,
    });
    expect((await openRequest(coordinator, { number })).decisions).toMatchObject([
      { ...said, version: 1, surgeon: { id: surgeon.id }, imagesReviewedOn: 'not_recorded' },
    ]);
  });
});

describe('turned away, naming the field, and nothing changes:', () => {
  test.each<[string, object, string, string]>([
    ['a candidate without a procedure', { verdict: 'candidate' }, 'incomplete', 'procedures'],
    ['a procedure without a level', planned({ levels: [] }), 'incomplete', 'procedures.0.levels'],
    ['a level where it is not done', planned({ levels: ['C5-C6'] }), 'incomplete', 'procedures.0.levels'],
    ['a procedure without a side', planned({ side: undefined }), 'incomplete', 'procedures.0.side'],
    [
      'a candidate read from the report alone',
      { ...aCandidate, imagesReviewedOn: 'report_only' },
      'incomplete',
      'imagesReviewedOn',
    ],
    ['a no without a reason', { verdict: 'not_candidate' }, 'incomplete', 'reasons'],
    ['a not-now without a reason', { verdict: 'not_now' }, 'incomplete', 'reasons'],
    [
      'another reason that is not told',
      { verdict: 'not_now', reasons: ['OTHER'], message: '' },
      'incomplete',
      'message',
    ],
    ['an exam without a need', { verdict: 'needs_exam' }, 'incomplete', 'needs'],
    ['cannot tell, without a need', { verdict: 'cannot_tell' }, 'incomplete', 'needs'],
    [
      'a no with a plan',
      { ...planned({}), verdict: 'not_candidate', reasons: ['NO_TARGET'] },
      'incomplete',
      'procedures',
    ],
    ['a verdict nobody knows', { verdict: 'maybe' }, 'invalid', 'verdict'],
    ['no verdict', {}, 'invalid', 'verdict'],
    ['a level nobody has', planned({ levels: ['L9-L10'] }), 'invalid', 'procedures.0.levels.0'],
    ['a field nobody knows', { ...aCandidate, score: 9 }, 'invalid', 'score'],
    ['blanks for a message', { ...aCandidate, message: '  ' }, 'invalid', 'message'],
    ['an older version', { ...aCandidate, version: 1 }, 'conflict', 'version'],
    ['a version to come', { ...aCandidate, version: 99 }, 'conflict', 'version'],
  ])('%s', async (_, said, code, path) => {
    const { surgeon } = theCast();
    const number = await inReview();
    const before = await standing();
    const attempt = decideCandidacy(surgeon, { number, version: (await theRow(number)).version, ...said });
    await expect(attempt).rejects.toMatchObject({
      code,
      fields: expect.arrayContaining([expect.objectContaining({ path })]),
    });
    expect(await standing()).toEqual(before);
    expect((await auditTrail()).at(-1)).toMatchObject({ action: 'candidacy.decide', outcome: code });
  });

  test.each(['follow_up', 'consult_booked', 'consult_held', 'procedure_booked', 'completed'] as const)(
    'what already is in %s',
    async (stage) => {
      const { coordinator, surgeon } = theCast();
      const number = await aRequestIn(stage, coordinator, surgeon);
      const before = await standing();
      expect(await outcomeOf(() => decide(surgeon, number))).toBe('illegal_move');
      expect(await standing()).toEqual(before);
    },
  );
});

test('a second look after "cannot tell" is the second version', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await inReview();
  await decide(surgeon, number, { verdict: 'cannot_tell', needs: ['NEW_MRI'] });
  await move(coordinator, number, 'ready_for_review', { reason: 'it came' });
  await move(surgeon, number, 'in_review');
  expect(await decide(surgeon, number)).toMatchObject({ decisionVersion: 2, stage: 'follow_up' });
});
