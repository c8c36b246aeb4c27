import { claimRequest } from '@/lib/commands/claim-request';
import { only, respond } from '@/lib/door/next';

export const POST = (request: Request) => respond(claimRequest, request);

export const { GET, PUT, PATCH, DELETE } = only('POST');
