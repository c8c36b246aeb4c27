import { beforeAll, describe, expect, test } from 'vitest';
import { dismissDuplicate } from '@/lib/commands/dismiss-duplicate';
import { mergeRequests } from '@/lib/commands/merge-requests';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { unmergeRequest } from '@/lib/commands/unmerge-request';
import { writeNote } from '@/lib/commands/write-note';
import { compareRequests } from '@/lib/queries/compare-requests';
import { listDuplicates } from '@/lib/queries/list-duplicates';
import { matchPerson } from '@/lib/queries/match-person';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake, noRedFlags } from './house/intake';
import { aRequest, aRequestIn, auditTrail, historyOf, inDays, move, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const open = (number: string) => openRequest(theCast().coordinator, { number });

async function merge(stays: string, goes: string, take: string[] = [], now?: Date) {
  const [one, other] = [await theRow(stays), await theRow(goes)];
  return mergeRequests(
    theCast().coordinator,
    { number: stays, version: one.version, with: goes, withVersion: other.version, take, reason: 'rang twice' },
    now ? { now } : {},
  );
}
async function unmerge(number: string, now?: Date) {
  const { version } = await theRow(number);
  return unmergeRequest(theCast().coordinator, { number, version }, now ? { now } : {});
}
/** Two requests of one person, the second by another phone and a married name. */
async function twoOf(first: object = {}, second: object = {}) {
  const told = aFullIntake();
  const stays = await aRequest({ ...told, ...first });
  const person = { ...told.person, lastName: 'Whitfield', phone: aFullIntake().person.phone, postcode: '33101' };
  return { stays, goes: await aRequest({ ...told, person, ...second }), told, person };
}
/** All that is kept of one request and its person, but what only counts changes. */
async function kept(number: string) {
  const [row] = await sql<Record<string, unknown>>(
    `select to_jsonb(r) - 'version' - 'was' - 'search_text' as request, to_jsonb(p) as person,
       (select coalesce(jsonb_agg(f order by f.id), '[]') from follow_up f where f.request_id = r.id) as follow_ups
     from request r join person p on p.id = r.person_id where r.number = $1`,
    [Number(number.slice(3))],
  );
  return row;
}

describe('two requests become one:', () => {
  test('what was chosen comes from the other, the rest stays, and both are still read whole', async () => {
    const { stays, goes, told, person } = await twoOf({ report: undefined });
    await merge(stays, goes, ['person.lastName', 'person.postcode', 'report']);
    const page = await open(stays);
    expect(page.person).toMatchObject({ lastName: 'Whitfield', postcode: '33101', phone: told.person.phone });
    expect(page.report).toEqual(told.report);
    expect(page.missing).not.toContain('report');
    expect(page.mergedHere).toMatchObject([
      {
        number: goes,
        isRepeat: false,
        differs: [{ path: 'person.phone', here: told.person.phone, there: person.phone }],
      },
    ]);
    const old = await open(goes);
    expect(old).toMatchObject({ stage: 'closed', mergedInto: { number: stays, by: theCast().coordinator.name } });
    expect(old.person.phone).toBe(person.phone);
    expect((await historyOf(goes)).at(-1)).toMatchObject({ kind: 'merged', from_stage: 'new', to_stage: 'closed' });
  });

  test('notes, calls and events of the other are read in one stream, under its old number; open follow-ups move', async () => {
    const { coordinator } = theCast();
    const { stays, goes } = await twoOf();
    await writeNote(coordinator, { number: goes, text: 'Spoke to the daughter.' });
    await scheduleFollowUp(coordinator, { number: goes, dueAt: inDays(2), what: 'Ring again' });
    await merge(stays, goes);
    const page = await open(stays);
    expect(page.stream.find(({ kind }) => kind === 'note')).toMatchObject({ text: 'Spoke to the daughter.', of: goes });
    expect(page.followUps).toMatchObject([{ what: 'Ring again', doneAt: null }]);
    expect([(await theRow(stays)).next_follow_up_at !== null, (await theRow(goes)).next_follow_up_at]).toEqual([
      true,
      null,
    ]);
  });

  test('the graver red flags of both stand, and wait since they first did', async () => {
    const { stays, goes } = await twoOf({}, { redFlags: { ...noRedFlags, MYE1: 'yes' } });
    const { alarm_since } = await theRow(goes);
    await merge(stays, goes);
    expect(await theRow(stays)).toMatchObject({ urgency: 'same_day', alarm_since });
    expect(await theRow(goes)).toMatchObject({ alarm_since: null });
  });

  test('of three that became one after another, all is read', async () => {
    const { stays, goes } = await twoOf();
    const third = await aRequest();
    await writeNote(theCast().coordinator, { number: goes, text: 'First of three.' });
    await merge(stays, goes);
    await merge(third, stays);
    expect((await open(third)).stream.find(({ kind }) => kind === 'note')).toMatchObject({ of: goes });
  });

  test('both are named in the audit', async () => {
    const { stays, goes } = await twoOf();
    await merge(stays, goes);
    expect((await auditTrail()).at(-1)).toMatchObject({
      action: 'request.merge',
      subject_id: (await theRow(stays)).id,
      shown_ids: [(await theRow(goes)).id],
    });
  });
});

describe('is refused, in words, and changes nothing:', () => {
  test.each([
    ['two decisions', 'follow_up', 'follow_up', /never joined/],
    ['a decision that would go', 'new', 'follow_up', /let that one stay/],
    ['one that a surgeon reads', 'new', 'in_review', /A surgeon is reading/],
    ['into one that has ended', 'closed', 'new', /has ended/],
  ] as const)('%s', async (_, one, other, words) => {
    const { coordinator, surgeon } = theCast();
    const stays = await aRequestIn(one, coordinator, surgeon);
    const goes = await aRequestIn(other, coordinator, surgeon);
    const before = [await kept(stays), await kept(goes)];
    await expect(merge(stays, goes)).rejects.toMatchObject({
      code: 'not_mergeable',
      detail: expect.stringMatching(words),
    });
    expect([await kept(stays), await kept(goes)]).toEqual(before);
  });
  test('with itself', async () => {
    const number = await aRequest();
    await expect(merge(number, number)).rejects.toMatchObject({ code: 'not_mergeable' });
  });
  test('against an older version of either', async () => {
    const { stays, goes } = await twoOf();
    const said = { number: stays, version: 1, with: goes, withVersion: 1, reason: 'twice' };
    await move(theCast().coordinator, goes, 'triage');
    await expect(mergeRequests(theCast().coordinator, said)).rejects.toMatchObject({ code: 'conflict' });
  });
  test('merged once already: the two that try at once end in one merge', async () => {
    const { stays, goes } = await twoOf();
    const said = { number: stays, version: 1, with: goes, withVersion: 1, reason: 'twice' };
    const turned = { number: goes, version: 1, with: stays, withVersion: 1, reason: 'twice' };
    const { coordinator, manager } = theCast();
    const done = await Promise.allSettled([mergeRequests(coordinator, said), mergeRequests(manager, turned)]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('taken apart again', () => {
  test('both stand exactly as they stood, follow-ups and alarm too', async () => {
    const { coordinator } = theCast();
    const { stays, goes } = await twoOf({ report: undefined }, { redFlags: { ...noRedFlags, CES1: 'yes' } });
    await move(coordinator, goes, 'triage');
    await scheduleFollowUp(coordinator, { number: goes, dueAt: inDays(2), what: 'Ring again' });
    const before = [await kept(stays), await kept(goes)];
    await merge(stays, goes, ['person.lastName', 'person.postcode', 'report']);
    expect([await kept(stays), await kept(goes)]).not.toEqual(before);
    expect(await unmerge(goes)).toMatchObject({ kept: [] });
    expect([await kept(stays), await kept(goes)]).toEqual(before);
    expect((await historyOf(goes)).at(-1)).toMatchObject({
      kind: 'unmerged',
      from_stage: 'closed',
      to_stage: 'triage',
    });
    expect((await historyOf(stays)).at(-1)).toMatchObject({ kind: 'unmerged', from_stage: null });
    expect((await open(stays)).mergedHere).toEqual([]);
  });

  test('a repeat that the house linked wrongly comes apart as well', async () => {
    const told = aFullIntake();
    const first = await aRequest(told);
    const before = await kept(first);
    const again = await aRequest({ ...told, redFlags: { ...noRedFlags, CES1: 'yes' } });
    await unmerge(again);
    expect(await kept(first)).toEqual(before);
    expect(await theRow(again)).toMatchObject({ stage: 'new', urgency: 'emergency', alarm_since: expect.any(Date) });
  });

  test('a red flag that another one told too, which is still part of it, is not lowered', async () => {
    const told = aFullIntake();
    const flagged = { ...told, redFlags: { ...noRedFlags, CES1: 'yes' } };
    const first = await aRequest(told);
    const [again, oncemore] = [await aRequest(flagged), await aRequest(flagged)];
    const raised = await theRow(first);
    await unmerge(again);
    expect(await theRow(first)).toMatchObject({ urgency: 'emergency', alarm_since: raised.alarm_since });
    expect((await open(first)).redFlags).toMatchObject({ CES1: 'yes' });
    expect((await open(first)).mergedHere).toMatchObject([{ number: oncemore }]);
  });

  test('what somebody changed since stays, and is named', async () => {
    const { stays, goes, person } = await twoOf();
    await merge(stays, goes, ['person.lastName', 'person.postcode']);
    await sql(`update person set last_name = 'Changed' where id = (select person_id from request where number = $1)`, [
      (await theRow(stays)).number,
    ]);
    expect(await unmerge(goes)).toMatchObject({ kept: ['person.lastName'], other: stays });
    const page = await open(stays);
    expect([page.person.lastName, page.person.postcode]).toEqual(['Changed', undefined]);
    expect((await open(goes)).person.lastName).toBe(person.lastName);
  });

  test('for 30 days and no longer', async () => {
    const { stays, goes } = await twoOf();
    await merge(stays, goes);
    await expect(unmerge(goes, later(30.1))).rejects.toMatchObject({ code: 'too_late' });
    await unmerge(goes, later(29.9));
    await expect(unmerge(goes)).rejects.toMatchObject({ code: 'not_mergeable' });
  });

  test('not before the one it is part of has come apart itself', async () => {
    const { stays, goes } = await twoOf();
    await merge(stays, goes);
    const third = await aRequest();
    await merge(third, stays);
    await expect(unmerge(goes)).rejects.toMatchObject({
      code: 'not_mergeable',
      detail: expect.stringContaining('first'),
    });
    await unmerge(stays);
    await unmerge(goes);
  });
});

describe('perhaps the same person:', () => {
  /** Of a name and birthday that nobody else here has. */
  const someone = (lastName: string, dateOfBirth: string) =>
    aFullIntake({ person: { ...aFullIntake().person, lastName, dateOfBirth } });
  const suggested = async (number: string) => (await listDuplicates(theCast().coordinator, { number })).alike;

  test('is found from either side with the reasons, and audited as shown', async () => {
    const told = someone('Quarrington', '1961-05-04');
    const stays = await aRequest(told);
    const goes = await aRequest({ ...told, person: { ...told.person, firstName: 'Anna', dateOfBirth: '1961-04-05' } });
    expect(await suggested(stays)).toMatchObject([
      {
        number: goes,
        name: 'Anna Quarrington',
        degree: 'likely',
        because: expect.arrayContaining(['day and month of birth the other way round', 'same phone', 'same last name']),
      },
    ]);
    expect((await auditTrail()).at(-1)).toMatchObject({
      action: 'duplicate.list',
      shown_ids: expect.arrayContaining([(await theRow(goes)).id]),
    });
    expect((await suggested(goes)).map(({ number }) => number)).toEqual([stays]);
  });

  test('not any more once somebody said that it is not, and that is kept by name', async () => {
    const told = someone('Oxenstierna', '1958-12-24');
    const stays = await aRequest(told);
    const goes = await aRequest({ ...told, person: { ...told.person, firstName: 'Rosa' } });
    expect(await suggested(stays)).toMatchObject([{ number: goes, degree: 'possible' }]);
    await dismissDuplicate(theCast().coordinator, { number: stays, other: goes });
    expect([await suggested(stays), await suggested(goes)]).toEqual([[], []]);
    expect(await sql('select by_id from stranger where by_id = $1', [theCast().coordinator.id])).not.toEqual([]);
  });

  test('while a caller is typed in, from the name and birthday on', async () => {
    const told = someone('Typewell', '1949-07-30');
    const number = await aRequest(told);
    const { firstName, lastName, dateOfBirth, phone } = told.person;
    const { alike } = await matchPerson(theCast().coordinator, { firstName, lastName: 'Tipewell', dateOfBirth });
    expect(alike).toMatchObject([{ number, degree: 'likely' }]);
    const exact = await matchPerson(theCast().coordinator, { firstName, lastName, dateOfBirth, phone });
    expect(exact.alike).toMatchObject([{ number, degree: 'same' }]);
  });

  test('side by side they say what differs, and which may stay', async () => {
    const { coordinator, surgeon } = theCast();
    const { stays, goes } = await twoOf({ report: undefined });
    const both = await compareRequests(coordinator, { number: stays, with: goes });
    expect(both).toMatchObject({
      differs: ['person.lastName', 'person.phone', 'person.postcode', 'report'],
      onlyThere: ['person.postcode', 'report'],
      whyNot: null,
    });
    const decided = await aRequestIn('follow_up', coordinator, surgeon);
    const turned = await compareRequests(coordinator, { number: stays, with: decided });
    expect([turned.whyNot, turned.whyNotTurned]).toEqual([expect.stringContaining('let that one stay'), null]);
  });

  test('a manager compares without seeing a phone number, a surgeon sees no name', async () => {
    const { manager, coordinator, surgeon } = theCast();
    const { stays, goes, person } = await twoOf();
    const both = await compareRequests(manager, { number: stays, with: goes });
    expect(JSON.stringify(both)).not.toContain(person.phone);
    const told = someone('Underbridge', '1977-08-19');
    const own = await aRequestIn('in_review', coordinator, surgeon, told);
    await aRequest({ ...told, person: { ...told.person, firstName: 'Rosa' } });
    const { alike } = await listDuplicates(surgeon, { number: own });
    expect(alike).toMatchObject([{ name: null, because: expect.arrayContaining(['same phone']) }]);
  });
});
