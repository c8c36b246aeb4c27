export type CsvField = string | number | null;

/** Without it Excel reads UTF-8 as something else. */
export const CSV_MARK = '\uFEFF';

/** One record of RFC 4180. */
export function csvLine(fields: readonly CsvField[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(value: CsvField): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet runs what looks like a formula; an apostrophe in front makes it text (OWASP), full-width signs included. One more where apostrophes stand there already, so that it can be taken away again. */
function harmless(text: string): string {
  return /^'*[=+\-@\t\r\n|%＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** What stood in a cell before it was made harmless, by this house or by a spreadsheet's user. */
export function asTyped(cell: string): string {
  return /^'+[=+\-@\t\r\n|%＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
