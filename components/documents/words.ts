import { type DocumentShown, sizeToSay } from '@/lib/domain/documents';

/** Where the bytes are. */
export const addressOf = (number: string, id: string) => `/api/requests/${number}/documents/${id}`;

/** "PDF, 3 pages, 1.2 MB". */
export function sizeWords({ contentType, pages, sizeBytes }: DocumentShown): string {
  const type = { 'application/pdf': 'PDF', 'text/plain': 'text', 'image/png': 'PNG', 'image/jpeg': 'JPEG' }[
    contentType
  ];
  return [type, pages !== null && `${pages} ${pages === 1 ? 'page' : 'pages'}`, sizeToSay(sizeBytes)]
    .filter(Boolean)
    .join(', ');
}
