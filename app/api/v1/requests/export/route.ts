import { CSV_MARK, csvLine } from '@/lib/adapters/csv';
import { EXPORT_HEAD } from '@/lib/domain/export';
import { only } from '@/lib/door/next';
import { stream } from '@/lib/door/stream';
import { exportRequests } from '@/lib/queries/export-requests';

export const GET = (request: Request) =>
  stream(exportRequests, request, {
    type: 'text/csv; charset=utf-8',
    file: 'requests.csv',
    head: CSV_MARK + csvLine(EXPORT_HEAD),
    write: ({ lines }) => lines.map(csvLine).join(''),
  });

export const { POST, PUT, PATCH, DELETE } = only('GET');
