import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readPdf } from '@/lib/adapters/pdf';
import { addDocument } from '@/lib/commands/add-document';
import { correctRequest } from '@/lib/commands/correct-request';
import { mergeRequests } from '@/lib/commands/merge-requests';
import { removeDocument } from '@/lib/commands/remove-document';
import { sendDocument } from '@/lib/commands/send-document';
import { sweepFiles } from '@/lib/commands/sweep-files';
import { unmergeRequest } from '@/lib/commands/unmerge-request';
import { openRequest } from '@/lib/queries/open-request';
import { readDocument } from '@/lib/queries/read-document';
import { aFile } from './house/attempts-with-files';
import { gatherCast, theCast } from './house/cast';
import { sql, useDatabase } from './house/database';
import { aSentForm, seen } from './house/forms';
import { aJpeg, aLockedPdf, aPdf, aPng } from './house/pages';
import { nobody, theHouse } from './house/people';
import { aRequest, aRequestIn, auditTrail, decide, historyOf, inDays, move, theRow } from './house/requests';
import { outcomeOf } from './house/standing';

useDatabase();
beforeAll(gatherCast);

const NO_REPORT = { report: undefined };
const file = (bytes: Uint8Array | string, called = 'MRI Report.pdf') => ({
  called,
  bytes: new Uint8Array(Buffer.from(bytes as Uint8Array)),
});
const add = (number: string, sent: ReturnType<typeof file>, kind = 'mri_report', by = theCast().coordinator) =>
  addDocument(by, { number, kind, file: sent });
const read = (number: string, document: string, by = theCast().coordinator) => readDocument(by, { number, document });

async function onDisk(documentId: string): Promise<string> {
  const [row] = await sql<{ name: string }>('select name from document where id = $1', [documentId]);
  const name = row?.name ?? '';
  return join(process.env.FORAMEN_DATA ?? '', 'files', name.slice(0, 2), name);
}
const filesOnDisk = () => {
  const names = readdirSync(process.env.FORAMEN_DATA ?? '', { recursive: true, encoding: 'utf8' });
  return names.filter((one) => /[0-9a-f]{12}(\.half)?$/.test(one));
};

describe('a file is known by its bytes:', () => {
  const zip = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1');
  const html = '<!doctype html><script>alert(1)</script>';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 30);
  const report: [string, () => Uint8Array | string, string][] = [
    ['a PDF', () => aPdf(), 'done'],
    ['a PDF behind a printer’s line', () => Buffer.concat([Buffer.from('\x1b%-12345X@PJL\r\n'), aPdf()]), 'done'],
    ['plain text', () => 'Impression: L4-L5 protrusion.', 'done'],
    ['text as Windows wrote it', () => Buffer.from('Caf\xe9 \x96 L5', 'latin1'), 'done'],
    ['nothing', () => '', 'empty'],
    ['HTML that says it is text', () => `\ufeff \n${html}`, 'not_taken'],
    ['SVG that says it is text', () => svg, 'not_taken'],
    ['XML', () => `<?xml version="1.0"?>${svg}`, 'not_taken'],
    ['HTML before a PDF', () => Buffer.concat([Buffer.from(html), aPdf()]), 'not_taken'],
    ['a PDF that is an archive too', () => Buffer.concat([aPdf(), zip]), 'not_taken'],
    ['an archive', () => Buffer.concat([Buffer.from('PK\x03\x04'), zip]), 'not_taken'],
    ['a GIF', () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'), 'not_taken'],
    ['a picture for a report', () => aPng(), 'wrong_kind'],
    ['a PDF cut short', () => cut(aPdf()), 'broken'],
    ['a PDF in name only', () => '%PDF-1.7 and nothing else %%EOF', 'broken'],
    ['a PDF with a password', aLockedPdf, 'locked'],
    ['a PDF of 201 pages', () => aPdf(Array.from({ length: 201 }, () => 'x')), 'too_many_pages'],
    ['a text of more than a megabyte', () => 'a'.repeat(1_000_001), 'too_large'],
    ['a PDF of more than 20 megabytes', () => Buffer.concat([aPdf(), Buffer.alloc(20_000_000, 32)]), 'too_large'],
  ];
  const card: [string, () => Uint8Array | string, string][] = [
    ['a PNG', () => aPng(), 'done'],
    ['a JPEG', () => aJpeg(), 'done'],
    ['SVG that says it is a PNG', () => svg, 'not_taken'],
    ['a PNG that is a PDF too', () => Buffer.concat([aPng().subarray(0, 60), aPdf()]), 'not_taken'],
    ['a JPEG that is an archive too', () => Buffer.concat([aJpeg(), zip]), 'not_taken'],
    ['a PNG with a page behind it', () => Buffer.concat([aPng(), Buffer.from(html)]), 'broken'],
    ['a PNG cut short', () => cut(aPng()), 'broken'],
    ['a JPEG cut short', () => aJpeg().subarray(0, -2), 'broken'],
    ['a PNG that claims 100,000 x 100,000', () => aPng(100_000, 100_000), 'too_many_pixels'],
    ['a JPEG that claims 65,000 x 65,000', () => aJpeg(65_000, 65_000), 'too_many_pixels'],
    ['a report for a card', () => aPdf(), 'wrong_kind'],
  ];
  const cases = [
    ...report.map((one) => ['mri_report', ...one] as const),
    ...card.map((one) => ['insurance_card', ...one] as const),
  ];
  let number = '';
  beforeAll(async () => {
    number = await aRequest();
  });

  test.each(cases)('as %s, %s', async (kind, _, bytes, should) => {
    const before = filesOnDisk().length;
    const outcome = await add(number, file(bytes()), kind).then(
      () => 'done',
      (refusal) => refusal.current?.fault,
    );
    expect([outcome, filesOnDisk().length - before]).toEqual([should, should === 'done' ? 1 : 0]);
  });
});

describe('the text of a PDF', () => {
  test('is read page by page', async () => {
    const number = await aRequest();
    await add(number, file(aPdf(['FINDINGS\nL4-L5 protrusion', 'IMPRESSION'])));
    const { documents } = await openRequest(theCast().coordinator, { number });
    expect(documents).toMatchObject([
      {
        text: 'FINDINGS\nL4-L5 protrusion\fIMPRESSION',
        pages: 2,
        contentType: 'application/pdf',
        addedBy: theCast().coordinator.name,
      },
    ]);
  });

  test('that takes too long is given up, and the thread with it', async () => {
    const began = performance.now();
    expect(await readPdf(aPdf(), 0.001)).toMatchObject({ fault: 'unread' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await readPdf(aPdf(['after it']))).toMatchObject({ text: 'after it' });
  });
});

describe('what is kept', () => {
  const words = 'Impression: a word that nobody else would write, Zyxwv.';
  const kept = async (called?: string) => {
    const number = await aRequest();
    return add(number, file(words, called));
  };

  test('comes back byte for byte, under a name of ours, and lies encrypted', async () => {
    const { number, documentId } = await kept('../../etc/\u202epasswd\r\nSet-Cookie: x.txt');
    const { bytes, fileName } = await read(number, documentId);
    expect(Buffer.from(bytes).toString()).toBe(words);
    expect(fileName).toMatch(/^MR-\d{6}-mri-report-[0-9a-f]{6}\.txt$/);
    expect(readFileSync(await onDisk(documentId)).includes('Zyxwv')).toBe(false);
    const { documents } = await openRequest(theCast().coordinator, { number });
    expect(documents[0]?.title).toBe('passwdSet-Cookie: x.txt');
  });

  test.each(['a flipped byte', 'another file in its place', 'no file'])(
    'with %s is refused, reported and not shown',
    async (how) => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const { number, documentId } = await kept();
      const place = await onDisk(documentId);
      const bytes = readFileSync(place);
      bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
      const other = how === 'another file in its place' ? readFileSync(await onDisk((await kept()).documentId)) : bytes;
      writeFileSync(place, how === 'no file' ? '' : other);
      expect(await outcomeOf(() => read(number, documentId))).toBe('damaged');
      expect(said.mock.calls).toEqual([[expect.stringContaining(documentId)]]);
      expect((await auditTrail()).at(-1)).toMatchObject({ action: 'document.read', outcome: 'damaged' });
      said.mockRestore();
    },
  );

  test('twice is there once', async () => {
    const { number, documentId } = await kept();
    expect(await add(number, file(words, 'again.txt'))).toMatchObject({ documentId, isNew: false });
    const both = await Promise.all([add(number, file('Two at once.')), add(number, file('Two at once.'))]);
    expect(new Set(both.map((one) => one.documentId)).size).toBe(1);
    expect((await historyOf(number)).filter(({ kind }) => kind === 'document_added')).toHaveLength(2);
  });

  test('is found under its own request only', async () => {
    const { documentId } = await kept();
    expect(await outcomeOf(async () => read(await aRequest(), documentId))).toBe('not_found');
  });

  test('and is named by nothing is swept away after an hour; what is named stays, removed or not', async () => {
    const { number, documentId } = await kept();
    await removeDocument(theCast().coordinator, { number, documentId, reason: 'by mistake' });
    const place = await onDisk(documentId);
    const orphan = `${place.slice(0, -12)}aaaaaaaaaaaa`;
    const drawer = Number.parseInt(place.split('/').at(-2) ?? '', 16);
    // The last minute in which this drawer was due: never one to come, in which what others just kept would be old too.
    const round = 256 * 60_000;
    const now = Date.now() - ((((Date.now() - drawer * 60_000) % round) + round) % round);
    const keptFor = async (seconds: number) => {
      const then = new Date(now - seconds * 1_000);
      for (const one of [place, orphan, `${orphan}.half`]) {
        writeFileSync(one, 'x');
        utimesSync(one, then, then);
      }
      return sweepFiles(theHouse, {}, { now: new Date(now) });
    };
    expect(await keptFor(3_590)).toEqual({ swept: 0 });
    expect(await keptFor(3_610)).toEqual({ swept: 2 });
    expect(filesOnDisk().some((one) => place.endsWith(one))).toBe(true);
  });
});

describe('a report file', () => {
  test('is the report at hand, until it is removed', async () => {
    const number = await aRequest(NO_REPORT);
    expect((await theRow(number)).missing).toContain('report');
    const { documentId } = await add(number, aFile());
    expect((await theRow(number)).missing).not.toContain('report');
    const { version } = await theRow(number);
    await correctRequest(theCast().coordinator, { number, version, fitness: { heightCm: 171 } });
    expect((await theRow(number)).missing).not.toContain('report');
    await removeDocument(theCast().coordinator, { number, documentId, reason: 'another person’s' });
    expect((await theRow(number)).missing).toContain('report');
    expect((await openRequest(theCast().coordinator, { number })).documents).toEqual([]);
    expect(await outcomeOf(() => read(number, documentId))).toBe('not_found');
    expect((await historyOf(number)).at(-1)).toMatchObject({ kind: 'document_removed', reason: 'another person’s' });
    expect(filesOnDisk().some((one) => one.length > 0)).toBe(true);
  });

  test('that was awaited brings the request back to triage', async () => {
    const { coordinator, surgeon } = theCast();
    const number = await aRequestIn('triage', coordinator, surgeon, NO_REPORT);
    await move(coordinator, number, 'awaiting_info', { missing: ['report'], dueAt: inDays(7) });
    await add(number, aFile());
    expect(await theRow(number)).toMatchObject({ stage: 'triage', asked_for: [] });
  });

  test('is read through a merge, and goes with its request when that is taken apart', async () => {
    const { coordinator } = theCast();
    const [stays, goes] = [await aRequest(NO_REPORT), await aRequest(NO_REPORT)];
    const { documentId } = await add(goes, aFile());
    const versions = { version: (await theRow(stays)).version, withVersion: (await theRow(goes)).version };
    await mergeRequests(coordinator, { number: stays, with: goes, ...versions, take: [], reason: 'one person' });
    expect((await theRow(stays)).missing).not.toContain('report');
    expect((await openRequest(coordinator, { number: stays })).documents).toMatchObject([{ id: documentId, of: goes }]);
    expect((await read(stays, documentId)).bytes.length).toBeGreaterThan(0);
    await unmergeRequest(coordinator, { number: goes, version: (await theRow(goes)).version });
    expect((await theRow(stays)).missing).toContain('report');
    expect((await theRow(goes)).missing).not.toContain('report');
  });
});

test('an insurance card is for whom the insurance is: a surgeon sees it only after deciding', async () => {
  const { coordinator, surgeon } = theCast();
  const number = await aRequestIn('in_review', coordinator, surgeon);
  const { documentId } = await add(number, file(aPng(), 'card.png'), 'insurance_card');
  const seenBySurgeon = async () => (await openRequest(surgeon, { number })).documents.map(({ kind }) => kind);
  expect([await seenBySurgeon(), await outcomeOf(() => read(number, documentId, surgeon))]).toEqual([[], 'not_found']);
  await decide(surgeon, number);
  expect([await seenBySurgeon(), await outcomeOf(() => read(number, documentId, surgeon))]).toEqual([
    ['insurance_card'],
    'done',
  ]);
});

describe('the person', () => {
  const requestAt = async (number: number) => `MR-${String(number).padStart(6, '0')}`;
  const newest = async () => {
    const [row] = await sql<{ number: number }>('select max(number) as number from request');
    return requestAt(row?.number ?? 0);
  };

  test('adds a report on their own page, and the desk sees who did', async () => {
    const link = await seen(await aSentForm());
    const number = await newest();
    expect(await sendDocument(nobody, { ...link, kind: 'mri_report', file: aFile() })).toEqual({ isKept: true });
    expect((await historyOf(number)).at(-1)).toMatchObject({
      kind: 'document_added',
      actor_id: null,
      actor_name: 'The person',
      facts: { document: 'mri_report' },
    });
    const { documents } = await openRequest(theCast().coordinator, { number });
    expect(documents).toMatchObject([{ addedBy: null, channel: 'status_page' }]);
  });

  test('who sends something else than is awaited is looked at sooner', async () => {
    const { coordinator } = theCast();
    const link = await seen(await aSentForm());
    const number = await newest();
    await move(coordinator, number, 'triage');
    await move(coordinator, number, 'awaiting_info', { missing: ['conservative_care'], dueAt: inDays(30) });
    const before = await theRow(number);
    await sendDocument(nobody, { ...link, kind: 'insurance_card', file: file(aPng()) });
    const after = await theRow(number);
    expect(after.stage).toBe('awaiting_info');
    expect(Number(after.due_at)).toBeLessThan(Number(before.due_at));
  });

  test.each([
    ['without the date of birth', async () => ({ token: await aSentForm() }), 'unauthenticated'],
    ['by a link that never was', async () => ({ token: 'x'.repeat(54), proof: 'x' }), 'gone'],
  ])('%s adds nothing', async (_, link, outcome) => {
    const before = filesOnDisk().length;
    const sent = { ...(await link()), kind: 'mri_report', file: aFile() };
    expect(await outcomeOf(() => sendDocument(nobody, sent))).toBe(outcome);
    expect(filesOnDisk().length).toBe(before);
  });

  test('who tells again adds to that number, is answered the same, and the first one has it', async () => {
    const mine = { you: { phone: '(305) 262-7711', email: 'told.again@example.com' } };
    await aSentForm(mine);
    const first = await newest();
    const link = await seen(await aSentForm(mine));
    const again = await newest();
    expect(await sendDocument(nobody, { ...link, kind: 'mri_report', file: aFile() })).toEqual({ isKept: true });
    expect((await openRequest(theCast().coordinator, { number: first })).documents).toMatchObject([{ of: again }]);
    expect((await historyOf(first)).at(-1)).toMatchObject({ kind: 'document_added', facts: { other: again } });
    expect((await theRow(first)).missing).not.toContain('report');
  });

  test('sends so many and no more', async () => {
    const link = await seen(await aSentForm());
    const send = () => sendDocument(nobody, { ...link, kind: 'mri_report', file: aFile() });
    for (let nth = 0; nth < 20; nth++) await send();
    expect(await outcomeOf(send)).toBe('invalid');
  });
});
