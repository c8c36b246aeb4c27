import { only, respond } from '@/lib/door/next';
import { matchPerson } from '@/lib/queries/match-person';

/** By POST: a name and a birthday never stand in an address. */
export const POST = (request: Request) => respond(matchPerson, request);

export const { GET, PUT, PATCH, DELETE } = only('POST');
