import { listen } from '@/lib/door/listen';
import { only } from '@/lib/door/next';
import { hearEvents } from '@/lib/queries/hear-events';

export const dynamic = 'force-dynamic';

export const GET = (request: Request) => listen(hearEvents, request);

export const { POST, PUT, PATCH, DELETE } = only('GET');
