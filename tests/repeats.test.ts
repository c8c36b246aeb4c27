import { beforeAll, describe, expect, test } from 'vitest';
import { submitRequest } from '@/lib/commands/submit-request';
import { openRequest } from '@/lib/queries/open-request';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aFullIntake, noRedFlags } from './house/intake';
import { program } from './house/people';
import { aRequestIn, auditTrail, historyOf, move, theRow } from './house/requests';

useDatabase();
beforeAll(gatherCast);

type Told = ReturnType<typeof aFullIntake>;
const tell = (intake: object, now?: Date) => submitRequest(program, intake, now ? { now } : {});
const mergedInto = async (number: string) => {
  const [row] = await sql<{ into: number | null }>(
    'select i.number as into from request r left join request i on i.id = r.merged_into where r.number = $1',
    [Number(number.slice(3))],
  );
  return row?.into ?? null;
};
const of = async (number: string) => (await theRow(number)).number;
const open = (number: string) => openRequest(theCast().coordinator, { number });
const parallel = 100;

test(`one person told ${parallel} times at once is one open request with ${parallel - 1} linked repeats, none dropped`, async () => {
  const told = aFullIntake();
  const answers = await Promise.all(Array.from({ length: parallel }, () => tell(told)));
  const numbers = answers.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(parallel);
  const rows = await sql<{ number: number; stage: string; into: string | null; id: string; told: object }>(
    'select number, stage, merged_into as into, id, complaint as told from request where number = any($1)',
    [numbers.map((number) => Number(number.slice(3)))],
  );
  const standing = rows.filter(({ into }) => into === null);
  expect(standing).toMatchObject([{ stage: 'new' }]);
  expect(rows.filter(({ into, stage }) => into === standing[0]?.id && stage === 'closed')).toHaveLength(parallel - 1);
  for (const row of rows) expect(row.told).toEqual(told.complaint);
  const shown = await open(`MR-${String(standing[0]?.number).padStart(6, '0')}`);
  expect([shown.mergedCount, shown.mergedHere.length]).toEqual([parallel - 1, Math.min(parallel - 1, 20)]);
  expect(shown.stream.filter((item) => item.kind === 'event' && item.event === 'repeated')).toHaveLength(parallel - 1);
});

describe('nobody learns who was known:', () => {
  test('the answer to a known person is of the same kind, word for word but the number, as to an unknown one', async () => {
    const told = aFullIntake();
    const [unknown, known] = [await tell(told), await tell(told)];
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    const alike = (answer: typeof known) => ({ ...answer, number: '', statusUrl: answer.statusUrl.length });
    expect(alike(known)).toEqual(alike(unknown));
    expect(known.number).toMatch(/^MR-\d{6}$/);
    expect(await mergedInto(known.number)).toBe(await of(unknown.number));
  });
  test('and the door keeps the same of both', async () => {
    const told = aFullIntake();
    await tell(told);
    await tell(told);
    const [one, other] = (await auditTrail()).filter(({ action }) => action === 'request.submit').slice(-2);
    expect({ ...one, subject_id: '' }).toEqual({ ...other, subject_id: '' });
  });
});

test('every move of a repeat has its one event, and it is not counted as open', async () => {
  const told = aFullIntake();
  const before = (await worklist(theCast().coordinator, {})).counts.new.value;
  const [first, again] = [(await tell(told)).number, (await tell(told)).number];
  expect((await worklist(theCast().coordinator, {})).counts.new.value).toBe(before + 1);
  expect(await historyOf(again)).toMatchObject([
    { kind: 'received', from_stage: null, to_stage: 'new', version: 1 },
    { kind: 'merged', from_stage: 'new', to_stage: 'closed', reason: 'DUPLICATE', version: 2, facts: { other: first } },
  ]);
  expect((await historyOf(first)).at(-1)).toMatchObject({
    kind: 'repeated',
    facts: { other: again, parts: [] },
    version: 1,
  });
  const page = await open(again);
  expect(page.mergedInto).toMatchObject({ number: first, isRepeat: true });
  expect(page.allowedActions).toEqual([{ action: 'request.unmerge' }]);
  await expect(move(theCast().coordinator, again, 'triage', { reason: 'again' })).rejects.toMatchObject({
    code: 'illegal_move',
  });
});

test('what is told otherwise stands beside what was told first, and is not put in its place', async () => {
  const told = aFullIntake();
  const { number } = await tell(told);
  const story = 'Now the left foot is numb.';
  const { number: again } = await tell({ ...told, complaint: { ...told.complaint, worstPain: 10, story } });
  const page = await open(number);
  expect(page.complaint).toMatchObject(told.complaint);
  expect(page.mergedHere).toMatchObject([
    {
      number: again,
      differs: expect.arrayContaining([
        { path: 'complaint.worstPain', here: 8, there: 10 },
        { path: 'complaint.story', here: told.complaint.story, there: story },
      ]),
    },
  ]);
});

describe('a red flag told the second time', () => {
  const flagged = (told: Told, code: string) => ({ ...told, redFlags: { ...noRedFlags, [code]: 'yes' } });

  test('raises the first: urgency, alarm, due date and the row that is pinned', async () => {
    const told = aFullIntake();
    const { number } = await tell(told);
    const now = new Date();
    const { number: again } = await tell(flagged(told, 'CES1'), now);
    const row = await theRow(number);
    expect(row).toMatchObject({ urgency: 'emergency', alarm_since: now, version: 2 });
    expect((row.due_at?.getTime() ?? 0) - now.getTime()).toBe(15 * 60_000);
    expect((await open(number)).redFlags).toMatchObject({ CES1: 'yes' });
    const { pinned } = await worklist(theCast().coordinator, {});
    expect(pinned.map((one) => one.number)).toContain(number);
    expect(pinned.map((one) => one.number)).not.toContain(again);
    expect((await historyOf(number)).at(-1)).toMatchObject({
      kind: 'repeated',
      facts: { other: again, parts: ['redFlags'], before: { redFlags: noRedFlags } },
    });
  });
  test('never lowers it: a no does not take back a yes', async () => {
    const told = aFullIntake();
    const { number } = await tell(flagged(told, 'CES1'));
    const before = await theRow(number);
    await tell(told);
    expect(await theRow(number)).toEqual(before);
  });
  test('counts together with what the first told: fever, and weakness', async () => {
    const told = aFullIntake();
    const { number } = await tell({ ...told, complaint: { ...told.complaint, worstPain: 3, weakness: 'yes' } });
    await tell(flagged({ ...told, complaint: { ...told.complaint, worstPain: 3 } }, 'INF1'));
    expect(await theRow(number)).toMatchObject({ urgency: 'emergency' });
  });
});

describe('what is not one person told twice is a request of its own:', () => {
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  test('after 72 hours', async () => {
    const told = aFullIntake();
    const { number } = await tell(told);
    const [within, after] = [await tell(told, later(71.9)), await tell(told, later(72.1))];
    expect(await mergedInto(within.number)).toBe(await of(number));
    expect(await mergedInto(after.number)).toBeNull();
  });
  test('a twin with the same phone', async () => {
    const told = aFullIntake();
    await tell(told);
    const { number } = await tell({ ...told, person: { ...told.person, firstName: 'Rosa' } });
    expect(await mergedInto(number)).toBeNull();
  });
  test.each(['closed', 'follow_up'] as const)('where the first is in %s by now', async (stage) => {
    const { coordinator, surgeon } = theCast();
    const told = aFullIntake();
    await aRequestIn(stage, coordinator, surgeon, told);
    expect(await mergedInto((await tell(told)).number)).toBeNull();
  });
});

test('who awaits information is looked at again, by the clock of triage, when the person tells more', async () => {
  const { coordinator, surgeon } = theCast();
  const told = aFullIntake();
  const number = await aRequestIn('awaiting_info', coordinator, surgeon, told);
  const before = await theRow(number);
  await tell({ ...told, report: { text: 'Here is my report.' } });
  const after = await theRow(number);
  expect(after.due_at?.getTime()).toBeLessThan(before.due_at?.getTime() ?? 0);
  expect(after.version).toBe(before.version);
});
