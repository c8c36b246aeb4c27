import { beforeAll, expect, test } from 'vitest';
import { transact } from '@/db/client';
import { holdRequest } from '@/db/requests';
import { claimRequest } from '@/lib/commands/claim-request';
import { releaseIdleClaims } from '@/lib/commands/release-idle-claims';
import { openReview } from '@/lib/queries/open-review';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { noRedFlags } from './house/intake';
import { theHouse } from './house/people';
import { aRequestIn, decide, give, historyOf, move, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

const empty = () => sql("update request set stage = 'closed' where stage in ('ready_for_review', 'in_review')");
const ready = (change = {}) => aRequestIn('ready_for_review', theCast().coordinator, theCast().surgeon, change);
const inMinutes = (minutes: number) => ({ now: new Date(Date.now() + minutes * 60_000) });

test('the most urgent comes first, then the longest due', async () => {
  await empty();
  const { surgeon } = theCast();
  const routine = await ready();
  const later = await ready();
  const sameDay = await ready({ redFlags: { ...noRedFlags, MYE1: 'yes' } });
  const emergency = await ready({ redFlags: { ...noRedFlags, CES1: 'not_sure' } });
  await sql("update request set due_at = now() - interval '1 day' where number = $1", [Number(later.slice(3))]);
  expect(await openReview(surgeon, {})).toMatchObject({ waiting: 4, mostUrgent: 'emergency', inHand: null });
  const taken = [];
  for (let turn = 0; turn < 4; turn++) taken.push((await claimRequest(surgeon, {})).number);
  expect(taken).toEqual([emergency, sameDay, later, routine]);
  await expect(claimRequest(surgeon, {})).rejects.toMatchObject({ code: 'not_found' });
});

test('a request kept for one surgeon is offered to no other', async () => {
  await empty();
  const { coordinator, surgeon, otherSurgeon } = theCast();
  const number = await ready();
  await give(coordinator, number, surgeon.id);
  expect((await openReview(otherSurgeon, {})).waiting).toBe(0);
  await expect(claimRequest(otherSurgeon, {})).rejects.toMatchObject({ code: 'not_found' });
  expect((await claimRequest(surgeon, {})).number).toBe(number);
});

test('after 30 idle minutes a claim is free again, and the history says why', async () => {
  await empty();
  const { surgeon, otherSurgeon } = theCast();
  const number = await ready();
  await claimRequest(surgeon, {});
  expect(await releaseIdleClaims(theHouse, {}, inMinutes(29))).toEqual({ released: 0 });
  expect(await releaseIdleClaims(theHouse, {}, inMinutes(31))).toEqual({ released: 1 });
  expect(await theRow(number)).toMatchObject({ stage: 'ready_for_review', surgeon_id: null, claimed_at: null });
  expect((await historyOf(number)).at(-1)).toMatchObject({
    from_stage: 'in_review',
    to_stage: 'ready_for_review',
    actor_id: null,
    reason: expect.stringContaining('idle'),
  });
  expect((await claimRequest(otherSurgeon, {})).number).toBe(number);
});

test('a claim that somebody has in hand this moment is left to them, and the timer does not wait', async () => {
  await empty();
  const { surgeon } = theCast();
  const number = await ready();
  await claimRequest(surgeon, {});
  await transact(async (tx) => {
    await holdRequest(tx, { number: Number(number.slice(3)) });
    expect(await releaseIdleClaims(theHouse, {}, inMinutes(31))).toEqual({ released: 0 });
  });
  expect(await releaseIdleClaims(theHouse, {}, inMinutes(31))).toEqual({ released: 1 });
});

test('reading keeps a claim alive', async () => {
  await empty();
  const { surgeon } = theCast();
  const number = await ready();
  await claimRequest(surgeon, {});
  const { inHand } = await openReview(surgeon, {}, inMinutes(20));
  expect(inHand?.number).toBe(number);
  expect(await releaseIdleClaims(theHouse, {}, inMinutes(40))).toEqual({ released: 0 });
});

test('a released or decided request is nobody’s claim any more', async () => {
  await empty();
  const { coordinator, surgeon } = theCast();
  const released = await aRequestIn('in_review', coordinator, surgeon);
  await move(surgeon, released, 'ready_for_review');
  expect(await theRow(released)).toMatchObject({ surgeon_id: null, claimed_at: null });
  const decided = await aRequestIn('in_review', coordinator, surgeon);
  await decide(surgeon, decided);
  expect(await theRow(decided)).toMatchObject({ surgeon_id: surgeon.id, claimed_at: null });
  expect(await openReview(surgeon, {})).toMatchObject({ inHand: null, waiting: 1, decidedToday: 1 });
});

test('a request closed under a surgeon’s eyes is no claim either', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  await move(coordinator, number, 'closed', { reason: 'DUPLICATE' });
  expect(await theRow(number)).toMatchObject({ stage: 'closed', claimed_at: null });
});

test('what a surgeon cannot tell from comes back to the same surgeon', async () => {
  await empty();
  const { coordinator, surgeon, otherSurgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  await decide(surgeon, number, { verdict: 'cannot_tell', needs: ['NEW_MRI'] });
  expect(await theRow(number)).toMatchObject({ stage: 'awaiting_info', surgeon_id: surgeon.id });
  await move(coordinator, number, 'ready_for_review', { reason: 'it came' });
  await expect(claimRequest(otherSurgeon, {})).rejects.toMatchObject({ code: 'not_found' });
  expect((await claimRequest(surgeon, {})).number).toBe(number);
});
