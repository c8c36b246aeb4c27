import { beforeAll, describe, expect, test } from 'vitest';
import { checkImport } from '@/lib/commands/check-import';
import { dropImport } from '@/lib/commands/drop-import';
import { keepImportPiece } from '@/lib/commands/keep-import-piece';
import { moveRequest } from '@/lib/commands/move-request';
import { storeImport } from '@/lib/commands/store-import';
import { storeImportRows } from '@/lib/commands/store-import-rows';
import { undoImport } from '@/lib/commands/undo-import';
import { writeNote } from '@/lib/commands/write-note';
import { exportBadRows } from '@/lib/queries/export-bad-rows';
import { openImport } from '@/lib/queries/open-import';
import { openRequest } from '@/lib/queries/open-request';
import { worklist } from '@/lib/queries/worklist';
import { gatherCast, theCast } from './house/cast';
import { aRow, asCsv, HEADER } from './house/csv-rows';
import { sql, useDatabase } from './house/database';
import { aCheckedFile, aStoredFile, checkAsSuggested, stateOf, upload, work } from './house/files';
import { theHouse } from './house/people';
import { auditTrail, historyOf } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

let files = 0;
/** Nobody of one file is in another. */
const aFile = (rows: number, change: (nth: number) => Parameters<typeof aRow>[1] = () => ({})) => {
  files += 1;
  const base = files * 10_000;
  return asCsv([HEADER, ...Array.from({ length: rows }, (_, nth) => aRow(base + nth, change(nth)))]);
};
const requests = async () => (await sql<{ n: number }>('select count(*)::int as n from request'))[0]?.n ?? 0;
const numbersOf = async (batchId: string) =>
  (
    await sql<{ number: number }>(
      'select r.number from import_row i join request r on r.id = i.request_id where batch_id = $1 order by row',
      [batchId],
    )
  ).map(({ number }) => `MR-${String(number).padStart(6, '0')}`);

describe('a file is checked before anything of it is stored:', () => {
  test('exactly the ten bad cells of 1,000 rows are named, by row, column and field', async () => {
    const { coordinator } = theCast();
    const BAD: Record<number, [string, string]> = {
      0: ['DOB', '31/12/1974'],
      99: ['Phone', '555-0123'],
      200: ['E-mail', 'ana at example'],
      350: ['Region', 'knee'],
      499: ['Pain', '11'],
      500: ['Pain', 'strong'],
      677: ['CES1', 'perhaps'],
      800: ['First name', ''],
      998: ['DOB', '02/30/1974'],
      999: ['Last name', 'x'.repeat(101)],
    };
    const before = await requests();
    const batchId = await aCheckedFile(
      coordinator,
      aFile(1_000, (nth) => (BAD[nth] ? { [BAD[nth][0]]: BAD[nth][1] } : {})),
    );
    const { batch, bad } = await openImport(coordinator, { batchId });
    expect(batch).toMatchObject({ state: 'checked', rows: 1_000, good: 990, bad: 10, repeated: 0, done: 1_000 });
    expect(bad.map(({ row, problems }) => [row, problems.map(({ column, value }) => [column, value])])).toEqual(
      Object.entries(BAD).map(([nth, cell]) => [Number(nth) + 2, [cell]]),
    );
    expect(bad.flatMap(({ problems }) => problems.map(({ field }) => field))).toContain('Worst pain, 0 to 10');
    expect(await outcomeOf(() => storeImport(coordinator, { batchId, takes: 'all' }))).toBe('incomplete');
    expect(await requests()).toBe(before);
  });

  test('the bad rows come out as a file, with what is wrong beside each', async () => {
    const { coordinator } = theCast();
    const batchId = await aCheckedFile(
      coordinator,
      aFile(3, (nth) => (nth === 1 ? { Pain: '=1+1' } : {})),
    );
    const { lines, nextCursor } = await exportBadRows(coordinator, { batch: batchId });
    expect([lines.length, nextCursor]).toEqual([2, null]);
    expect(lines[1]?.slice(HEADER.indexOf('Pain'), HEADER.indexOf('Pain') + 1)).toEqual(['=1+1']);
    expect(lines[1]?.slice(-2)).toEqual([3, 'Pain: must be a number']);
  });

  test('the good rows only, by choice', async () => {
    const { manager } = theCast();
    const batchId = await aCheckedFile(
      manager,
      aFile(5, (nth) => (nth === 2 ? { DOB: '' } : {})),
    );
    await storeImport(manager, { batchId, takes: 'good' });
    await work();
    expect(await stateOf(manager, batchId)).toMatchObject({ state: 'stored', stored: 4, bad: 1 });
    expect(await numbersOf(batchId)).toHaveLength(4);
  });

  test('other columns can be chosen, and the choice is remembered for where the file comes from', async () => {
    const { coordinator } = theCast();
    const odd = (rows: string) => `Vorname;Nachname;Geb.;Tel\r\n${rows}`;
    const first = await upload(coordinator, odd('Jürgen;Weiß;02.03.1974;305 555 0100'), 'Old desk');
    await work();
    const asked = await openImport(coordinator, { batchId: first.batchId });
    expect([asked.fields, asked.days]).toEqual([[null, null, null, 'person.phone'], null]);
    const fields = ['person.firstName', 'person.lastName', 'person.dateOfBirth', 'person.phone'];
    const { batchId } = first;
    expect(await outcomeOf(() => checkImport(coordinator, { batchId, fields: asked.fields, days: 'dmy' }))).toBe(
      'incomplete',
    );
    await checkImport(coordinator, { batchId, fields, days: 'dmy' });
    await work();
    expect(await stateOf(coordinator, batchId)).toMatchObject({ good: 1, bad: 0 });
    const second = await upload(coordinator, odd('Käthe;Groß;05.06.1980;305 555 0101'), 'Old desk');
    await work();
    expect(await openImport(coordinator, { batchId: second.batchId })).toMatchObject({
      fields,
      days: 'dmy',
      isRemembered: true,
    });
    const elsewhere = await upload(coordinator, odd('Uwe;Voß;05.06.1981;305 555 0102'), 'Elsewhere');
    await work();
    expect((await openImport(coordinator, { batchId: elsewhere.batchId })).isRemembered).toBe(false);
  });

  test('a file that cannot be read says why and keeps no row', async () => {
    const { coordinator } = theCast();
    const { batchId } = await upload(coordinator, `${HEADER.join(',')}\r\nAna,"Delgado,01/02/1974`);
    await work();
    expect(await stateOf(coordinator, batchId)).toMatchObject({ state: 'failed', rows: 0 });
    expect((await stateOf(coordinator, batchId)).problem).toMatch(/never closed, near row 2/);
    expect(await sql('select 1 from import_row where batch_id = $1', [batchId])).toEqual([]);
    expect(await sql('select 1 from import_piece')).toEqual([]);
    await dropImport(coordinator, { batchId });
    expect(await outcomeOf(() => openImport(coordinator, { batchId }))).toBe('not_found');
  });
});

describe('what is stored', () => {
  test('came in like any other request, in the name of who stored it', async () => {
    const { coordinator } = theCast();
    const batchId = await aStoredFile(
      coordinator,
      aFile(3, (nth) => (nth === 1 ? { CES1: 'yes' } : {})),
    );
    expect(await stateOf(coordinator, batchId)).toMatchObject({ state: 'stored', stored: 3, alarms: 1 });
    const [calm = '', alarming = ''] = await numbersOf(batchId);
    const open = await openRequest(coordinator, { number: calm });
    expect(open).toMatchObject({
      stage: 'new',
      urgency: 'routine',
      version: 1,
      source: { channel: 'import', campaign: 'Spring fair' },
      complaint: { region: 'lumbar', worstPain: 7 },
    });
    expect(open.person).toMatchObject({ lastName: 'Delgado', dateOfBirth: '1974-03-24' });
    expect(open.person.phone).toMatch(/^\+1305\d{7}$/);
    expect(await historyOf(calm)).toMatchObject([
      { kind: 'received', to_stage: 'new', actor_id: coordinator.id, facts: { source: 'import' }, version: 1 },
    ]);
    expect(await openRequest(coordinator, { number: alarming })).toMatchObject({ urgency: 'emergency' });
    const { items } = await worklist(coordinator, { view: 'red-flags' });
    expect(items.map(({ number }) => number)).toContain(alarming);
    const [tally] = await sql<{ off: number }>(
      `select (select coalesce(sum(rows), 0) from tally where side = 'surgeon')::int - (select count(*) from request)::int as off`,
    );
    expect(tally?.off).toBe(0);
  });

  test('is audited by a line that names every request, and its cells are kept nowhere else', async () => {
    const { coordinator } = theCast();
    const batchId = await aStoredFile(coordinator, aFile(7));
    const rows = await sql<{ request_id: string; cells: unknown[] }>(
      'select request_id, cells from import_row where batch_id = $1 order by row',
      [batchId],
    );
    const told = (await auditTrail()).filter(
      ({ action, facts }) => action === 'import.work' && (facts as { batch?: string })?.batch === batchId,
    );
    const stored = told.filter(({ facts }) => (facts as { step: string }).step === 'storing');
    expect(stored.flatMap(({ shown_ids }) => shown_ids)).toEqual(rows.map(({ request_id }) => request_id));
    expect(stored[0]?.facts).toMatchObject({ by: coordinator.id, rows: 7 });
    expect(rows.flatMap(({ cells }) => cells)).toEqual([]);
  });

  test('the same file twice is one', async () => {
    const { coordinator, manager } = theCast();
    const file = aFile(4);
    const batchId = await aStoredFile(coordinator, file);
    const before = await requests();
    expect(await upload(manager, file, 'Another name')).toEqual({ batchId, isRepeat: true });
    await work();
    expect(await requests()).toBe(before);
    const [batches] = await sql<{ n: number }>("select count(*)::int as n from import_batch where state = 'uploading'");
    expect(batches?.n).toBe(0);
  });

  test('a row that was stored already is not stored again, saved anew and among others', async () => {
    const { coordinator } = theCast();
    const file = aFile(3);
    await aStoredFile(coordinator, file);
    const [header = '', ...rows] = file.split('\r\n');
    const again = [header, ...rows, rows[1], asCsv([aRow(999_999)])].join('\n');
    const batchId = await aCheckedFile(coordinator, again);
    expect(await stateOf(coordinator, batchId)).toMatchObject({ rows: 5, good: 1, repeated: 4, bad: 0 });
    const before = await requests();
    await storeImport(coordinator, { batchId, takes: 'all' });
    await work();
    expect((await requests()) - before).toBe(1);
  });

  test('two files that overlap, both checked before either was stored, store each row once', async () => {
    const { coordinator } = theCast();
    const file = aFile(3);
    const [one, two] = [await aCheckedFile(coordinator, file), await aCheckedFile(coordinator, `${file}\r\n`)];
    expect(two).not.toBe(one);
    const before = await requests();
    for (const batchId of [one, two]) await storeImport(coordinator, { batchId, takes: 'all' });
    await work();
    expect((await requests()) - before).toBe(3);
    expect(await stateOf(coordinator, two)).toMatchObject({ state: 'stored', stored: 0, repeated: 3 });
  });
});

describe('work that is cut short', () => {
  test('goes on from the last whole step, and stores each row once', async () => {
    const { coordinator } = theCast();
    const batchId = await aCheckedFile(coordinator, aFile(1_200));
    const before = await requests();
    await storeImport(coordinator, { batchId, takes: 'all' });
    expect(await work(1)).toBe(1);
    expect([(await requests()) - before, (await stateOf(coordinator, batchId)).done]).toEqual([500, 500]);
    // A step that fails half-way has done nothing.
    await sql("alter table event add constraint broken check (kind <> 'received') not valid");
    await expect(work(1)).rejects.toThrow();
    await sql('alter table event drop constraint broken');
    expect([(await requests()) - before, (await stateOf(coordinator, batchId)).done]).toEqual([500, 500]);
    await work();
    expect((await requests()) - before).toBe(1_200);
    expect(new Set(await numbersOf(batchId)).size).toBe(1_200);
    expect(await stateOf(coordinator, batchId)).toMatchObject({ state: 'stored', stored: 1_200 });
  });

  test('of two instances at one step, one does it', async () => {
    const { coordinator } = theCast();
    const batchId = await aCheckedFile(coordinator, aFile(20));
    const before = await requests();
    await storeImport(coordinator, { batchId, takes: 'all' });
    const both = await Promise.all([1, 2, 3].map(() => storeImportRows(theHouse, { batchId })));
    expect(both.filter(({ isWorked }) => isWorked)).toHaveLength(1);
    expect((await requests()) - before).toBe(20);
  });

  test('an upload without its last piece is told so, and belongs to who began it', async () => {
    const { coordinator, manager } = theCast();
    const { batchId } = await upload(coordinator, aFile(1));
    const late = { batch: batchId, nth: 0, bytes: Buffer.from('x') };
    expect(await outcomeOf(() => keepImportPiece(coordinator, late))).toBe('not_found');
    expect(await outcomeOf(() => keepImportPiece(manager, late))).toBe('not_found');
    await work();
  });
});

describe('the whole batch can be undone:', () => {
  test('what nobody touched is closed, what somebody did or a red flag holds is named and kept', async () => {
    const { coordinator, manager } = theCast();
    const file = aFile(6, (nth) => (nth === 3 ? { CES1: 'yes' } : {}));
    const batchId = await aStoredFile(coordinator, file);
    const [moved = '', noted = '', , alarming = '', ...rest] = await numbersOf(batchId);
    await moveRequest(coordinator, { number: moved, version: 1, to: 'triage' });
    await writeNote(coordinator, { number: noted, text: 'Rang.' });
    await undoImport(manager, { batchId });
    await work();
    const { batch, kept } = await openImport(manager, { batchId });
    expect(batch).toMatchObject({ state: 'undone', stored: 6, kept: 3 });
    expect(kept.map(({ row, number, keptFor }) => [row, number, keptFor])).toEqual([
      [2, moved, 'touched'],
      [3, noted, 'touched'],
      [5, alarming, 'red_flag'],
    ]);
    expect(await historyOf(rest[0] ?? '')).toMatchObject([
      { kind: 'received' },
      { kind: 'moved', to_stage: 'closed', reason: 'IMPORT_UNDONE', actor_id: manager.id, version: 2 },
    ]);
    expect(await openRequest(coordinator, { number: rest[0] })).toMatchObject({ stage: 'closed', version: 2 });
    expect(await openRequest(coordinator, { number: alarming })).toMatchObject({ stage: 'new' });

    // The same file may come again: what was closed is new, what was kept is there already.
    const again = await upload(coordinator, file);
    expect(again.isRepeat).toBe(false);
    await work();
    await checkAsSuggested(coordinator, again.batchId);
    expect(await stateOf(coordinator, again.batchId)).toMatchObject({ good: 3, repeated: 3 });
  });

  test('also half-way', async () => {
    const { coordinator } = theCast();
    const batchId = await aCheckedFile(coordinator, aFile(600));
    await storeImport(coordinator, { batchId, takes: 'all' });
    await work(1);
    await undoImport(coordinator, { batchId });
    await work();
    expect(await stateOf(coordinator, batchId)).toMatchObject({ state: 'undone', stored: 500, kept: 0 });
    const open = await sql(
      "select 1 from import_row i join request r on r.id = request_id where batch_id = $1 and stage <> 'closed'",
      [batchId],
    );
    expect(open).toEqual([]);
  });

  test('and nothing out of its turn', async () => {
    const { coordinator } = theCast();
    const batchId = await aCheckedFile(coordinator, aFile(2));
    expect(await outcomeOf(() => undoImport(coordinator, { batchId }))).toBe('illegal_move');
    await storeImport(coordinator, { batchId, takes: 'all' });
    expect(await outcomeOf(() => storeImport(coordinator, { batchId, takes: 'all' }))).toBe('illegal_move');
    expect(await outcomeOf(() => dropImport(coordinator, { batchId }))).toBe('illegal_move');
    await work();
  });
});
