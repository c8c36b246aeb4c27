import { REFUSAL_TITLES, Refusal } from '@/lib/domain/refusal';
import { only, problemResponse } from '@/lib/door/next';
import { isReady } from '@/lib/door/ready';

export const dynamic = 'force-dynamic';

/** The database answers and has this version's schema. */
export async function GET() {
  if (!(await isReady())) return problemResponse(new Refusal('busy', REFUSAL_TITLES.busy));
  return Response.json({ status: 'ready' }, { headers: { 'cache-control': 'no-store' } });
}

export const { POST, PUT, PATCH, DELETE } = only('GET');
