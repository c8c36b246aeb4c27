export const HEADER = ['First name', 'Last name', 'DOB', 'Phone', 'E-mail', 'Region', 'Pain', 'CES1', 'Story'];

/** One person a row; a number makes each somebody else. */
export const aRow = (nth: number, change: Partial<Record<(typeof HEADER)[number], string>> = {}): string[] => {
  const row: Record<string, string> = {
    'First name': `Ana${nth}`,
    'Last name': 'Delgado',
    DOB: '03/24/1974',
    Phone: `(305) ${200 + (Math.floor(nth / 10_000) % 800)}-${String(nth % 10_000).padStart(4, '0')}`,
    'E-mail': `ana${nth}@example.com`,
    Region: 'low back',
    Pain: '7',
    CES1: 'no',
    Story: `Row ${nth}, pain to the right calf.`,
    ...change,
  };
  return HEADER.map((name) => row[name] ?? '');
};

const quoted = (cell: string) => (/[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** As a spreadsheet writes it. */
export const asCsv = (rows: readonly (readonly string[])[], delimiter = ',') =>
  rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
