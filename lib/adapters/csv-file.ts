import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { MOST_COLUMNS, MOST_ROWS } from '@/lib/domain/imports';
import { asTyped } from './csv';
import { Decoder, type Encoding } from './csv-text';

export type CsvRow = { readonly row: number; readonly cells: readonly string[] };
export type CsvFile = {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: number;
};
/** What the file is, or why it cannot be read, in a sentence for who sent it. */
export type CsvRead = { readonly file: CsvFile } | { readonly problem: string };

/** A report is 100,000 characters at most; a cell far beyond that is a quote that was never closed. */
const MOST_OF_A_ROW = 400_000;
const AT_ONCE = 1_000;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Reads a table of text and hands over its rows, a thousand at a time, as fast as they are taken. Rows are numbered as a spreadsheet does; empty ones are counted and left out. */
export async function readCsvFile(
  bytes: AsyncIterable<Uint8Array>,
  take: (rows: readonly CsvRow[]) => Promise<void>,
): Promise<CsvRead> {
  const decoder = new Decoder();
  const text = textOf(bytes, decoder);
  const { begun, delimiter, skipped } = await firstLine(text);
  let header: readonly string[] | null = null;
  let held: CsvRow[] = [];
  let [row, rows] = [skipped, 0];
  try {
    for await (const record of recordsOf(begun, text, delimiter)) {
      row += 1;
      const cells = record.map(asTyped);
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (header === null) {
        header = cells;
        if (header.length > MOST_COLUMNS) return { problem: `It has more than ${MOST_COLUMNS} columns.` };
        continue;
      }
      rows += 1;
      if (rows > MOST_ROWS)
        return { problem: `It has more than ${MOST_ROWS.toLocaleString('en-US')} rows. Split it into several files.` };
      held.push({ row, cells });
      if (held.length < AT_ONCE) continue;
      await take(held);
      held = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const before = Number((error as { records?: number }).records ?? row);
    return { problem: `${WHY[error.code] ?? 'A row cannot be read'}, near row ${skipped + before + 1}.` };
  }
  if (header === null) return { problem: 'It is empty.' };
  if (rows === 0) return { problem: 'It has a header and no rows.' };
  if (held.length > 0) await take(held);
  return { file: { encoding: decoder.encoding, delimiter, header, rows } };
}

const WHY: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed',
  CSV_MAX_RECORD_SIZE: 'A row is far too long: a quotation mark may be opened and never closed',
};

async function* textOf(bytes: AsyncIterable<Uint8Array>, decoder: Decoder): AsyncGenerator<string> {
  for await (const piece of gathered(bytes)) yield decoder.text(piece);
  yield decoder.end();
}

/** Of a few bytes alone nobody can say what they mean. */
const ENOUGH = 4_096;

async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    held.push(piece);
    size += piece.length;
    if (size < ENOUGH) continue;
    yield held.length === 1 ? piece : Buffer.concat(held);
    held = [];
    size = 0;
  }
  yield Buffer.concat(held);
}

/** Enough of the file to see its first line that says something, and by what its cells are parted. */
async function firstLine(text: AsyncGenerator<string>) {
  let begun = '';
  for (;;) {
    const more = await text.next();
    if (!more.done) begun += more.value;
    if (more.done || begun.length > MOST_OF_A_ROW || /[^\s][^\n\r]*[\n\r]/.test(begun)) break;
  }
  // Excel's own way to say it, in a line before the header.
  const said = /^\s*sep=(.)[^\S\r\n]*(\r\n|\n|\r)/i.exec(begun);
  if (said) return { begun: begun.slice(said[0].length), delimiter: said[1] ?? ',', skipped: 1 };
  return { begun, delimiter: partedBy(begun), skipped: 0 };
}

/** The sign that stands most often in the header, quoted cells aside. */
function partedBy(begun: string): string {
  const [line = ''] = begun
    .replace(/"(?:[^"]|"")*"?/g, '""')
    .trimStart()
    .split(/[\r\n]/, 1);
  const times = DELIMITERS.map((sign) => line.split(sign).length);
  return DELIMITERS[times.indexOf(Math.max(...times))] ?? ',';
}

function recordsOf(begun: string, rest: AsyncGenerator<string>, delimiter: string): AsyncIterable<string[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A quote inside a cell that is not quoted, such as 5" disc, is a sign like any other.
    relax_quotes: true,
    max_record_size: MOST_OF_A_ROW,
  });
  const source = Readable.from(joined(begun, rest));
  source.on('error', (error) => parser.destroy(error));
  return source.pipe(parser);
}

async function* joined(begun: string, rest: AsyncGenerator<string>) {
  yield begun;
  yield* rest;
}
