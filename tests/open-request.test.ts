import { beforeAll, describe, expect, test } from 'vitest';
import { STAGES } from '@/lib/domain/stages';
import { openRequest } from '@/lib/queries/open-request';
import { actorOf, gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aRequestIn, auditTrail, give, move, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

/** The moves each role is offered in each stage, of a surgeon’s own request; decide beside them. */
const OFFERED: Readonly<Record<string, readonly [coordinator: string, surgeon: string, manager: string]>> = {
  new: ['triage closed', '', 'triage closed'],
  triage: ['awaiting_info ready_for_review closed', '', 'closed'],
  awaiting_info: ['ready_for_review triage closed', '', 'closed'],
  ready_for_review: ['closed', 'in_review', 'closed'],
  in_review: ['closed', 'ready_for_review decide', 'closed'],
  follow_up: ['consult_booked closed', '', 'closed'],
  consult_booked: ['consult_held follow_up closed', '', 'closed'],
  consult_held: ['procedure_booked closed', '', 'closed'],
  procedure_booked: ['completed closed', '', 'closed'],
  completed: ['', '', ''],
  closed: ['triage', '', 'triage'],
};

describe.each(STAGES)('in %s', (stage) => {
  test('each role is offered what the table of stages says', async () => {
    const { coordinator, surgeon } = theCast();
    const number = await aRequestIn(stage, coordinator, surgeon);
    if ((await theRow(number)).surgeon_id === null) await give(coordinator, number, surgeon.id);
    const roles = ['coordinator', 'surgeon', 'manager'] as const;
    for (const [at, role] of roles.entries()) {
      const { allowedActions } = await openRequest(actorOf(role), { number });
      const offered = allowedActions.flatMap(({ action, to }) =>
        to ? [to as string] : action === 'candidacy.decide' ? ['decide'] : [],
      );
      expect([role, offered.sort()]).toEqual([role, (OFFERED[stage]?.[at] ?? '').split(' ').filter(Boolean).sort()]);
    }
  });
});

test('opening is audited, once, with the request', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('triage', coordinator, surgeon);
  const before = (await auditTrail()).length;
  await openRequest(coordinator, { number });
  expect((await auditTrail()).slice(before)).toMatchObject([
    { actor_id: coordinator.id, action: 'request.open', outcome: 'done', subject_id: (await theRow(number)).id },
  ]);
});

test('the stream is latest first, and each thing stands in it once', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('follow_up', coordinator, surgeon);
  await move(coordinator, number, 'consult_booked', { dueAt: '2027-01-01T15:00:00Z' });
  const { stream } = await openRequest(coordinator, { number });
  expect(stream.map((one) => (one.kind === 'event' ? `${one.event} ${one.to}` : one.kind))).toEqual([
    'moved consult_booked',
    'decided follow_up',
    'moved in_review',
    'moved ready_for_review',
    'moved triage',
    'received new',
  ]);
});

test.each(['MR-0', 'MR-00001', '1', 'MR-000000', 'MR-9999999999', "MR-000001' or 1=1"])(
  '%s is no number',
  async (number) => {
    await expect(openRequest(theCast().coordinator, { number })).rejects.toMatchObject({ code: 'invalid' });
  },
);
