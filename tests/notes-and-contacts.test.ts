import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { logContact } from '@/lib/commands/log-contact';
import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { writeNote } from '@/lib/commands/write-note';
import { openRequest } from '@/lib/queries/open-request';
import { gatherCast, theCast } from './house/cast';
import { useDatabase } from './house/database';
import { aRequest, aRequestIn, historyOf, inDays, theRow } from './house/requests';
import { outcomeOf, standing } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const opened = (number: string) => openRequest(theCast().coordinator, { number });

test('a note is shown as it was typed, by whom, and moves no version', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const typed = 'First line\n\n  “quoted” <b>not bold</b> 🦴 ';
  expect(await writeNote(coordinator, { number, text: typed })).toMatchObject({ number, version: 1 });
  expect((await opened(number)).stream[0]).toMatchObject({
    kind: 'note',
    text: typed,
    by: { id: coordinator.id },
    mayAddend: true,
    addendumTo: null,
  });
  expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'noted', version: 1 });
});

test('an addendum stands beside its note, and is not itself added to', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const { noteId } = await writeNote(coordinator, { number, text: 'First.' });
  const { noteId: addendum } = await writeNote(coordinator, { number, text: 'Second.', addendumTo: noteId });
  expect((await opened(number)).stream.find(({ id }) => id === addendum)).toMatchObject({
    addendumTo: noteId,
    mayAddend: false,
  });
  const elsewhere = await aRequest();
  for (const said of [
    { number, addendumTo: addendum },
    { number: elsewhere, addendumTo: noteId },
    { number, addendumTo: randomUUID() },
  ])
    expect(await outcomeOf(() => writeNote(coordinator, { ...said, text: 'Third.' }))).toBe('invalid');
});

test('a note with a date is a follow-up of who wrote it, in its first words', async () => {
  const { manager } = theCast();
  const number = await aRequest();
  await writeNote(manager, { number, text: `${'Ring the daughter '.repeat(20)}\nnot this`, nextAt: inDays(2) });
  const { followUps, nextFollowUpAt } = await opened(number);
  expect(followUps).toMatchObject([
    { owner: { id: manager.id }, what: expect.stringMatching(/^Ring the daughter .*…$/), doneAt: null },
  ]);
  expect(nextFollowUpAt).toBe(followUps[0]?.dueAt);
});

test('a contact settles what was due by the end of today, sets the next, and leaves what is due later', async () => {
  const { coordinator } = theCast();
  const number = await aRequest();
  const now = new Date('2026-11-18T15:00:00Z');
  const due = ['2026-11-18T16:00:00Z', '2026-11-19T04:59:00Z', '2026-11-19T05:01:00Z'];
  for (const dueAt of due) await scheduleFollowUp(coordinator, { number, dueAt, what: 'Ring' }, { now });
  await logContact(
    coordinator,
    { number, channel: 'in_person', outcome: 'call_back', nextAt: '2026-11-20T15:00:00Z' },
    { now },
  );
  const { followUps } = await opened(number);
  expect(followUps.map(({ dueAt, doneAt, what }) => [dueAt.slice(0, 16), Boolean(doneAt), what])).toEqual([
    ['2026-11-18T16:00', true, 'Ring'],
    ['2026-11-19T04:59', true, 'Ring'],
    ['2026-11-19T05:01', false, 'Ring'],
    ['2026-11-20T15:00', false, 'After "asked to call back" by in person'],
  ]);
  expect((await theRow(number)).next_follow_up_at).toEqual(new Date('2026-11-19T05:01:00Z'));
});

test('"told the answer" needs an answer', async () => {
  const { coordinator, surgeon } = theCast();
  const said = { channel: 'phone', outcome: 'told_answer' };
  const early = await aRequestIn('in_review', coordinator, surgeon);
  expect(await outcomeOf(() => logContact(coordinator, { number: early, ...said }))).toBe('incomplete');
  const decided = await aRequestIn('follow_up', coordinator, surgeon);
  expect(await outcomeOf(() => logContact(coordinator, { number: decided, ...said }))).toBe('done');
});

describe('turned away, and nothing changes:', () => {
  const note = (said: object) => async (number: string) => writeNote(theCast().coordinator, { number, ...said });
  const contact = (said: object) => async (number: string) =>
    logContact(theCast().coordinator, { number, channel: 'phone', outcome: 'reached', ...said });
  test.each<[string, (number: string) => Promise<unknown>, string]>([
    ['an empty note', note({ text: '' }), 'invalid'],
    ['a note of blanks', note({ text: ' \n\t ' }), 'invalid'],
    ['a note of 20,001 characters', note({ text: 'x'.repeat(20_001) }), 'invalid'],
    ['a NUL byte', note({ text: 'a\u0000b' }), 'invalid'],
    ['half a character', note({ text: '\ud83d' }), 'invalid'],
    ['a note for yesterday', note({ text: 'x', nextAt: inDays(-1) }), 'incomplete'],
    ['a note for a day without its hour', note({ text: 'x', nextAt: '2027-01-01' }), 'invalid'],
    ['a contact by pigeon', contact({ channel: 'pigeon' }), 'invalid'],
    ['a contact without an outcome', contact({ outcome: undefined }), 'invalid'],
    ['a contact whose next is past', contact({ nextAt: inDays(-1) }), 'incomplete'],
  ])('%s', async (_, attempt, code) => {
    const number = await aRequest();
    const before = await standing();
    expect(await outcomeOf(() => attempt(number))).toBe(code);
    expect(await standing()).toEqual(before);
  });
});
