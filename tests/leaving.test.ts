import { beforeAll, describe, expect, test } from 'vitest';
import { amendDecision } from '@/lib/commands/amend-decision';
import { changeStaffRole } from '@/lib/commands/change-staff-role';
import { disableStaff } from '@/lib/commands/disable-staff';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import type { Stage } from '@/lib/domain/stages';
import { listFollowUps } from '@/lib/queries/list-follow-ups';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, type Person, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aPerson } from './house/people';
import { aCandidate, aRequestIn, give, historyOf, inDays, theRow } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const WAYS = [
  ['disabled', (who: Person) => disableStaff(theCast().admin, { staffId: who.id })],
  ['given another role', (who: Person) => changeStaffRole(theCast().admin, { staffId: who.id, role: 'manager' })],
] as const;

describe.each(WAYS)('somebody %s', (_, leave) => {
  test.each(['ready_for_review', 'in_review', 'follow_up'] as const)(
    'as the surgeon of a request in %s leaves it to others',
    async (stage: Stage) => {
      const { coordinator, manager } = theCast();
      const surgeon = await aPerson('surgeon');
      const number = await aRequestIn(stage, coordinator, surgeon);
      if (stage === 'ready_for_review') await give(manager, number, surgeon.id);
      await leave(surgeon);
      const stays = stage === 'in_review' ? 'ready_for_review' : stage;
      expect(await theRow(number)).toMatchObject({ stage: stays, surgeon_id: null, claimed_at: null });
      expect((await historyOf(number)).at(-1)).toMatchObject(
        stage === 'in_review' ? { kind: 'moved', to_stage: stays } : { kind: 'assigned', facts: { staffId: null } },
      );
    },
  );

  test('as its coordinator leaves the request and its follow-ups to nobody', async () => {
    const coordinator = await aPerson('coordinator');
    const number = await aRequestIn('triage', coordinator, theCast().surgeon);
    await give(coordinator, number, coordinator.id);
    const { followUpId } = await scheduleFollowUp(coordinator, { number, dueAt: inDays(1), what: 'Ring' });
    await leave(coordinator);
    expect((await theRow(number)).coordinator_id).toBeNull();
    const { rows } = await listFollowUps(
      theCast().manager,
      { owner: 'nobody' },
      { now: new Date(Date.now() + 5 * 86_400_000) },
    );
    expect(rows.map(({ id }) => id)).toContain(followUpId);
  });

  test('leaves ended requests as they were', async () => {
    const surgeon = await aPerson('surgeon');
    const number = await aRequestIn('completed', theCast().coordinator, surgeon);
    const before = await theRow(number);
    await leave(surgeon);
    expect(await theRow(number)).toEqual(before);
  });
});

test('a decision of somebody who left is amended by the surgeon who was given the request, and by nobody else', async () => {
  const { coordinator, manager, otherSurgeon, surgeon } = theCast();
  const author = await aPerson('surgeon');
  const number = await aRequestIn('follow_up', coordinator, author);
  await give(manager, number, otherSurgeon.id);
  const amend = async (who: Person) => {
    const { version } = await theRow(number);
    return outcomeOf(() => amendDecision(who, { number, version, amendReason: 'Took over.', ...aCandidate }));
  };
  expect(await amend(otherSurgeon)).toBe('not_found');
  await disableStaff(theCast().admin, { staffId: author.id });
  expect((await openRequest(otherSurgeon, { number })).decisions[0]?.mayAmend).toBe(true);
  expect(await amend(surgeon)).toBe('not_found');
  expect(await amend(otherSurgeon)).toBe('done');
});
