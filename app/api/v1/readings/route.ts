import { only, respond } from '@/lib/door/next';
import { listReadings } from '@/lib/queries/list-readings';

export const GET = (request: Request) => respond(listReadings, request);

export const { POST, PUT, PATCH, DELETE } = only('GET');
