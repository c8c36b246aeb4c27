import { only, respond } from '@/lib/door/next';
import { listFollowUps } from '@/lib/queries/list-follow-ups';

export const GET = (request: Request) => respond(listFollowUps, request);

export const { POST, PUT, PATCH, DELETE } = only('GET');
