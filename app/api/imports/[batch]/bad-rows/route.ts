import { CSV_MARK, csvLine } from '@/lib/adapters/csv';
import { only } from '@/lib/door/next';
import { stream } from '@/lib/door/stream';
import { exportBadRows } from '@/lib/queries/export-bad-rows';

type Context = { params: Promise<{ batch: string }> };

export const GET = (request: Request, { params }: Context) =>
  stream(exportBadRows, request, {
    path: params,
    type: 'text/csv; charset=utf-8',
    file: 'bad-rows.csv',
    head: CSV_MARK,
    write: ({ lines }) => lines.map(csvLine).join(''),
  });

export const { POST, PUT, PATCH, DELETE } = only('GET');
