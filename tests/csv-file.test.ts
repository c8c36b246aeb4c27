import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '@/lib/adapters/csv';
import { type CsvRow, readCsvFile } from '@/lib/adapters/csv-file';
import { dayOrderOf, readCell } from '@/lib/domain/import-cells';
import { IMPORT_FIELDS, suggestFields } from '@/lib/domain/import-fields';
import { columnNames } from '@/lib/domain/imports';

/** In pieces of `size`, so that every character and line end is once cut in two. */
async function read(bytes: Buffer, size = 1_000_000) {
  const rows: CsvRow[] = [];
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const said = await readCsvFile(pieces(), async (more) => {
    rows.push(...more);
  });
  const { encoding, delimiter } = 'file' in said ? said.file : { encoding: null, delimiter: null };
  return { encoding, delimiter, problem: 'problem' in said ? said.problem : null, rows };
}
const cells = ({ rows }: { rows: CsvRow[] }) => rows.map((row) => row.cells);
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const swapped = (text: string) => utf16(text).swap16();
const cp1252 = (text: string) =>
  Buffer.from([...text].map((sign) => ({ '€': 0x80, '’': 0x92, '“': 0x93 })[sign] ?? sign.charCodeAt(0)));

describe('a table of text is read as it is meant:', () => {
  const JOSE = 'name,city\r\nJosé,Köln\r\n';
  test.each<[string, Buffer, string, string, string[][]]>([
    ['UTF-8', utf8(JOSE), 'utf-8', ',', [['José', 'Köln']]],
    ['UTF-8 with a mark', utf8(`\uFEFF${JOSE}`), 'utf-8', ',', [['José', 'Köln']]],
    ['UTF-16, little end first', utf16(JOSE), 'utf-16le', ',', [['José', 'Köln']]],
    ['UTF-16, big end first', swapped(JOSE), 'utf-16be', ',', [['José', 'Köln']]],
    ['Windows-1252', cp1252('name,price\nO’Brien,é €5'), 'windows-1252', ',', [['O’Brien', 'é €5']]],
    ['semicolons', utf8('a;b\n1,5;x'), 'utf-8', ';', [['1,5', 'x']]],
    ['tabs', utf8('a\tb\n1\tx, y'), 'utf-8', '\t', [['1', 'x, y']]],
    ['Excel’s own line', utf8('sep=;\r\na;b\r\n1;2\r\n'), 'utf-8', ';', [['1', '2']]],
    ['a comma in a quoted header', utf8('"Last, First";DOB\nx;y'), 'utf-8', ';', [['x', 'y']]],
    [
      'newlines in quotes',
      utf8('a,b\n"one\r\ntwo","say ""no"""\n3,4'),
      'utf-8',
      ',',
      [
        ['one\r\ntwo', 'say "no"'],
        ['3', '4'],
      ],
    ],
    ['a quote inside a cell', utf8('a,b\n5" disc,x'), 'utf-8', ',', [['5" disc', 'x']]],
    [
      'old line ends',
      utf8('a,b\r1,2\r3,4'),
      'utf-8',
      ',',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['uneven rows', utf8('a,b,c\n1\n1,2,3,4'), 'utf-8', ',', [['1'], ['1', '2', '3', '4']]],
    [
      'formulas, which stay text',
      utf8("a,b\n=1+1,'=2+2\n'+13055550123,@x"),
      'utf-8',
      ',',
      [
        ['=1+1', '=2+2'],
        ['+13055550123', '@x'],
      ],
    ],
    ['a NUL', utf8('a,b\nx\u0000y,z'), 'utf-8', ',', [['x\uFFFDy', 'z']]],
  ])('%s', async (_, bytes, encoding, delimiter, rows) => {
    for (const size of [1_000_000, 7, 1]) {
      const file = await read(bytes, size);
      expect([file.encoding, file.delimiter, cells(file)]).toEqual([encoding, delimiter, rows]);
    }
  });

  test.each([utf8, utf16, cp1252])('a long file is cut anywhere, and no sign of it is lost: %o', async (written) => {
    const rows = Array.from({ length: 3_000 }, (_, nth) => [`é${nth}`, 'ñ'.repeat(nth % 7), '“x”'.slice(0, nth % 3)]);
    const told = rows.map((row) => row.map((cell) => cell.replace('”', '')));
    const bytes = written(['a,b,c', ...told.map((row) => row.join(','))].join('\r\n'));
    expect(cells(await read(bytes, 4_099))).toEqual(told);
  });

  test('rows are numbered as a spreadsheet does, empty ones and newlines in quotes included', async () => {
    const file = await read(utf8('a,b\n1,"x\ny"\n\n,,\n2,z\n'));
    expect(file.rows).toEqual([
      { row: 2, cells: ['1', 'x\ny'] },
      { row: 5, cells: ['2', 'z'] },
    ]);
  });

  test.each<[string, Buffer, RegExp]>([
    ['nothing', utf8(''), /empty/],
    ['blank lines', utf8('\n \n'), /empty/],
    ['a header only', utf8('a,b\r\n'), /no rows/],
    ['a quote never closed', utf8('a,b\n1,2\n3,"4\n5,6'), /never closed, near row 3/],
    ['a quote never closed in a long file', utf8(`a,b\n1,"2\n${'x,y\n'.repeat(200_000)}`), /never closed, near row 2/],
    ['too many columns', utf8(`${'c,'.repeat(201)}\n1`), /200 columns/],
    ['too many rows', utf8(`a\n${'1\n'.repeat(100_001)}`), /100,000 rows/],
  ])('%s is refused, with the reason', async (_, bytes, why) => {
    expect((await read(bytes)).problem).toMatch(why);
  });

  test('whatever this house writes is read back as it was', async () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\u0000', '').toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 }), async (rows) => {
        const told = rows.filter((row) => row.some((one) => one.trim() !== ''));
        const bytes = utf8([['head', 'of it'], ...told].map(csvLine).join(''));
        const file = await read(bytes, 5);
        if (told.length > 0) expect(cells(file)).toEqual(told);
      }),
      { numRuns: 500 },
    );
  });
});

describe('columns are known', () => {
  test('by their usual names, each field once', () => {
    const header = [
      'First Name',
      'LAST_NAME',
      'D.O.B.',
      'Cell phone',
      'e-mail',
      'Mobile',
      'Red flag CES1',
      'Notes',
      'x',
    ];
    expect(suggestFields(header)).toEqual([
      'person.firstName',
      'person.lastName',
      'person.dateOfBirth',
      'person.phone',
      'person.email',
      null,
      'redFlags.CES1',
      'complaint.story',
      null,
    ]);
  });
  test('as they were chosen before, also when left out', () => {
    expect(suggestFields(['Phone', 'Tel'], { Phone: '', Tel: 'person.phone' })).toEqual([null, 'person.phone']);
  });
  test('apart, where names are missing or repeated', () => {
    expect(columnNames(['Phone', ' ', 'Phone', 'a\nb'])).toEqual(['Phone', 'Column 2', 'Phone (2)', 'a b']);
  });
  test('and no name means two fields', () => {
    const names = IMPORT_FIELDS.flatMap((field) => field.names);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe('a cell is read as', () => {
  test.each<[Parameters<typeof readCell>[0], string, unknown]>([
    ['phone', '(305) 555-0123', '+13055550123'],
    ['phone', '1-305-555-0123', '+13055550123'],
    ['phone', '+49 30 123456', '+4930123456'],
    ['phone', '0049 30 123456', '+4930123456'],
    ['phone', '555-0123', undefined],
    ['phone', '305 555 0123 x4', undefined],
    ['day', '3/2/1974', '1974-03-02'],
    ['day', '1974-03-02', '1974-03-02'],
    ['day', '1974-03-02 00:00:00', '1974-03-02'],
    ['day', '3/2/74', undefined],
    ['day', '27090', undefined],
    ['months', '14', 14],
    ['months', '2 years', 24],
    ['months', '10 weeks', 2.3],
    ['months', 'long', undefined],
    ['yes_no', 'Sí', 'yes'],
    ['yes_no', 'constructor', undefined],
    ['consent', 'unknown', undefined],
    ['consent', 'N', false],
    ['red_flag', 'not sure', 'not_sure'],
    ['number', '1,5', undefined],
    ['number', 'unknown', 'unknown'],
    ['full_name', 'Delgado, Ana María', { lastName: 'Delgado', firstName: 'Ana María' }],
    ['full_name', 'Ana Delgado', undefined],
    ['text', 'Jos\uFFFD', undefined],
  ])('%s: %j', (kind, cell, value) => {
    const said = readCell(kind, cell, 'mdy');
    if (value === undefined) expect(said).toHaveProperty('message');
    else expect(said).toEqual({ value });
  });

  test.each<[string[], string | null]>([
    [['03/24/1974', '01/02/1980'], 'mdy'],
    [['24.03.1974'], 'dmy'],
    [['1974-03-24', 'unknown'], 'iso'],
    [['03/02/1974'], null],
    [['03/24/1974', '24/03/1974'], null],
    [[], null],
  ])('days %j are in the order %s', (days, order) => expect(dayOrderOf(days)).toBe(order));
});
