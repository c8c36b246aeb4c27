import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledgeAlarm } from '@/lib/commands/acknowledge-alarm';
import { amendDecision } from '@/lib/commands/amend-decision';
import { correctRequest } from '@/lib/commands/correct-request';
import { escalateAlarms } from '@/lib/commands/escalate-alarms';
import { logContact } from '@/lib/commands/log-contact';
import { moveRequest } from '@/lib/commands/move-request';
import { ESCALATED } from '@/lib/domain/alarms';
import type { Stage } from '@/lib/domain/stages';
import { openRequest } from '@/lib/queries/open-request';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { noRedFlags } from './house/intake';
import { theHouse } from './house/people';
import { aCandidate, aRequestIn, decide, historyOf, inDays, move, theRow } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const within = (stage: Stage, change = {}) => aRequestIn(stage, theCast().coordinator, theCast().surgeon, change);
const tell = async (number: string, flags: object, now = new Date()) =>
  correctRequest(
    theCast().coordinator,
    { number, version: (await theRow(number)).version, redFlags: { ...noRedFlags, ...flags } },
    { now },
  );
const isPinned = async (number: string) =>
  (await worklist(theCast().manager, { view: 'new' })).pinned.some((item) => item.number === number);
const amend = async (number: string, said: object) =>
  amendDecision(theCast().surgeon, {
    number,
    version: (await theRow(number)).version,
    amendReason: 'Called the person.',
    ...said,
  });

const AFTER_THE_DECISION = ['follow_up', 'consult_booked', 'procedure_booked', 'completed'] as const;

describe('a red flag told after the decision waits for a clinician again:', () => {
  test.each(AFTER_THE_DECISION)('in %s', async (stage) => {
    const number = await within(stage);
    expect(await isPinned(number)).toBe(false);
    await tell(number, { CES1: 'yes' });
    expect(await isPinned(number)).toBe(true);
    expect((await theRow(number)).due_at?.getTime()).toBeLessThan(Date.now() + 15 * 60_000 + 1);
    await amend(number, aCandidate);
    expect(await isPinned(number)).toBe(false);
  });

  test('and is not closed by a coordinator', async () => {
    const number = await within('follow_up');
    await tell(number, { INF1: 'not_sure' });
    expect(await outcomeOf(() => move(theCast().coordinator, number, 'closed', { reason: 'PT_DECLINED' }))).toBe(
      'incomplete',
    );
    await amend(number, aCandidate);
    expect(await outcomeOf(() => move(theCast().coordinator, number, 'closed', { reason: 'PT_DECLINED' }))).toBe(
      'done',
    );
  });

  test('also where the request is closed', async () => {
    const number = await within('closed');
    await tell(number, { MYE1: 'yes' });
    expect(await isPinned(number)).toBe(true);
  });
});

describe('the clock of a red flag that no clinician has answered', () => {
  const MINUTE = 60_000;
  const later = (at: Date | null, minutes: number) => new Date((at?.getTime() ?? 0) + minutes * MINUTE);
  const told = { redFlags: { ...noRedFlags, CES1: 'yes' } };

  test('is not started anew by beginning with it, nor put off by asking for more', async () => {
    const number = await within('new', told);
    const { alarm_since: since } = await theRow(number);
    await moveRequest(
      theCast().coordinator,
      { number, version: (await theRow(number)).version, to: 'triage' },
      { now: later(since, 14) },
    );
    expect((await theRow(number)).due_at).toEqual(later(since, 15));
    await move(theCast().coordinator, number, 'awaiting_info', { missing: ['report'], dueAt: inDays(7) });
    expect((await theRow(number)).due_at).toEqual(later(since, 15));
  });

  test('is not put off by the next try of a call', async () => {
    const number = await within('follow_up');
    await tell(number, { CES1: 'yes' });
    const { alarm_since: since } = await theRow(number);
    const attempt = { number, channel: 'phone', outcome: 'no_answer', nextAt: inDays(3) };
    await logContact(theCast().coordinator, attempt);
    expect((await theRow(number)).due_at).toEqual(later(since, 15));
  });

  test('begins anew where the class rises, and not for another flag of the same class', async () => {
    const number = await within('follow_up');
    const began = new Date();
    await tell(number, { MYE1: 'yes' }, began);
    await tell(number, { MYE1: 'yes', INF2: 'yes' }, later(began, 30));
    expect(await theRow(number)).toMatchObject({ alarm_since: began, due_at: later(began, 4 * 60) });
    await tell(number, { MYE1: 'yes', CES1: 'yes' }, later(began, 60));
    expect(await theRow(number)).toMatchObject({ alarm_since: later(began, 60), due_at: later(began, 75) });
  });
});

test.each([
  ['a second flag of class S beside a known one', { MYE1: 'yes' }, { MYE1: 'yes', MOT1: 'yes' }, true],
  ['a doubt that became certain', { MYE1: 'not_sure' }, { MYE1: 'yes' }, true],
  ['the same answers', { MYE1: 'yes' }, { MYE1: 'yes', MOT2: 'yes' }, false],
  ['a flag of class U', {}, { MOT2: 'yes' }, false],
])('%s, told after the decision', async (_, before, after, isRaised) => {
  const number = await within('follow_up', { redFlags: { ...noRedFlags, ...before } });
  await tell(number, after);
  expect(await isPinned(number)).toBe(isRaised);
});

test('an undecidable file keeps its flag pinned; an answer ends it', async () => {
  const number = await within('in_review', { redFlags: { ...noRedFlags, CES1: 'yes' } });
  await decide(theCast().surgeon, number, { verdict: 'cannot_tell', needs: ['NEW_MRI'] });
  expect(await isPinned(number)).toBe(true);
  await amend(number, aCandidate);
  expect(await isPinned(number)).toBe(false);
});

test('the sooner of an agreed date and the flag’s own clock stays', async () => {
  const number = await within('new', { redFlags: { ...noRedFlags, CES1: 'yes' } });
  const { due_at: before } = await theRow(number);
  await tell(number, { CES1: 'yes', CES2: 'yes' }, new Date(Date.now() + 10 * 60_000));
  expect((await theRow(number)).due_at).toEqual(before);
});

describe('somebody looks after a red flag:', () => {
  const MINUTE = 60_000;
  const escalated = (minutes: number) => escalateAlarms(theHouse, {}, { now: new Date(Date.now() + minutes * MINUTE) });
  const told = (flags: object) => within('new', { redFlags: { ...noRedFlags, ...flags } });
  const managersOf = async (number: string) =>
    (await openRequest(theCast().manager, { number })).followUps.filter(
      ({ what, doneAt }) => what === ESCALATED && !doneAt,
    );
  const standing = async (number: string) => (await openRequest(theCast().coordinator, { number })).alarm;

  test.each([
    ['coordinator', 'coordinator'],
    ['manager', 'manager'],
  ] as const)('a %s says so, once; the row stays pinned, and nobody is told that it is late', async (_, who) => {
    const number = await told({ CES1: 'yes' });
    const actor = theCast()[who];
    await acknowledgeAlarm(actor, { number });
    await acknowledgeAlarm(theCast().manager, { number });
    expect(await isPinned(number)).toBe(true);
    expect((await historyOf(number)).filter(({ kind }) => kind === 'acknowledged')).toMatchObject([
      { actor_id: actor.id },
    ]);
    await escalated(16);
    expect(await standing(number)).toMatchObject({ acknowledgedAt: expect.any(String), escalatedAt: null });
    expect(await managersOf(number)).toEqual([]);
  });

  test.each([
    ['an emergency', { CES1: 'yes' }, 14, 16],
    ['a same-day flag', { MYE1: 'yes' }, 239, 241],
  ])(
    '%s that nobody acknowledged in time is passed to every manager, once, and is an emergency',
    async (_, flags, early, late) => {
      const number = await told(flags);
      await escalated(early);
      expect((await standing(number))?.escalatedAt).toBeNull();
      await Promise.all([escalated(late), escalated(late)]);
      expect(await standing(number)).toMatchObject({ escalatedAt: expect.any(String), acknowledgedAt: null });
      expect((await theRow(number)).urgency).toBe('emergency');
      expect(new Set((await managersOf(number)).map(({ owner }) => owner?.id))).toEqual(
        new Set([theCast().manager.id, theCast().otherManager.id]),
      );
      expect((await historyOf(number)).filter(({ kind }) => kind === 'escalated')).toHaveLength(1);
      await escalated(late + 600);
      expect((await historyOf(number)).filter(({ kind }) => kind === 'escalated')).toHaveLength(1);
      await acknowledgeAlarm(theCast().manager, { number });
      expect(await managersOf(number)).toEqual([]);
    },
  );

  test('told anew with a graver class, it is to be looked after anew', async () => {
    const number = await told({ MYE1: 'yes' });
    await acknowledgeAlarm(theCast().coordinator, { number });
    await tell(number, { MYE1: 'yes', CES1: 'yes' }, new Date(Date.now() + MINUTE));
    expect(await standing(number)).toMatchObject({ acknowledgedAt: null });
  });

  test('no other request has anything to look after', async () => {
    const number = await within('new');
    expect(await outcomeOf(() => acknowledgeAlarm(theCast().coordinator, { number }))).toBe('illegal_move');
    expect(await standing(number)).toBeNull();
  });
});
