/** RFC 4180, read without the code that writes it. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field === '') isQuoted = true;
    else if (sign === ',' || (sign === '\r' && text[at + 1] === '\n')) {
      record.push(field);
      field = '';
      if (sign === '\r') {
        records.push(record);
        record = [];
        at += 1;
      }
    } else field += sign;
  }
  return records;
}

/** What stood there before it was made harmless. */
export const asTyped = (field: string) => field.replace(/^'(?='*[=+\-@\t\r\n|%＝＋－＠])/, '');
