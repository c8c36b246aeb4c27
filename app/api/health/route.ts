import { only } from '@/lib/door/next';

export const dynamic = 'force-dynamic';

/** The process lives; says nothing of the database. */
export const GET = () => Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } });

export const { POST, PUT, PATCH, DELETE } = only('GET');
