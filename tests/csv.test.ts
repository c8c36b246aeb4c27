import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_MARK, csvLine } from '@/lib/adapters/csv';
import { asTyped, readCsv } from './house/csv-reader';

const NAUGHTY = [
  '=1+1',
  '=cmd|"/C calc"!A0',
  '+1 305 555 0123',
  '-2+3',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '|calc',
  '%0A=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  "'=1+1",
  "''=1+1",
  "'",
  "O'Brien",
  '"quoted"',
  'a,b',
  'a\r\nb',
  'a\nb',
  ' padded ',
  '',
  'José Núñez',
  '田中さん',
  '👩‍⚕️',
  '‮evil',
  '\uFEFFmark',
  ';semicolon',
];

describe('a field of CSV', () => {
  test.each(NAUGHTY)('%j comes back as it was, and is no formula', (text) => {
    const [[first = '', second] = []] = readCsv(csvLine([text, 'next']));
    expect([asTyped(first), second]).toEqual([text, 'next']);
    expect(first).not.toMatch(/^[=+\-@\t\r\n|%＝＋－＠]/);
  });

  test('comes back whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
        (rows) => {
          const read = readCsv(rows.map(csvLine).join(''));
          expect(read.map((row) => row.map(asTyped))).toEqual(rows);
          expect(read.flat().filter((field) => /^[=+\-@\t\r\n|%＝＋－＠]/.test(field))).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('is left empty for nothing, and a number is a number', () => {
    expect(csvLine([null, 3, 'x'])).toBe(',3,x\r\n');
  });

  test('is marked as UTF-8 for the file', () => expect(Buffer.from(CSV_MARK).toString('hex')).toBe('efbbbf'));
});
