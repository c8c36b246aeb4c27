import { only } from '@/lib/door/next';
import { sessionCookie } from '@/lib/door/session';
import { apiDocument } from '../document';

export const dynamic = 'force-dynamic';

let made: string | undefined;

/** Open to all: it tells shapes, never a person. */
export function GET() {
  made ??= JSON.stringify(apiDocument(sessionCookie()));
  return new Response(made, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
}

export const { POST, PUT, PATCH, DELETE } = only('GET');
