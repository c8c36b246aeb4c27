import { submitRequest } from '@/lib/commands/submit-request';
import { only, respond } from '@/lib/door/next';
import { worklist } from '@/lib/queries/worklist';

export const GET = (request: Request) => respond(worklist, request);

export const POST = (request: Request) =>
  respond(submitRequest, request, { status: 201, location: ({ number }) => `/api/v1/requests/${number}` });

export const { PUT, PATCH, DELETE } = only('GET', 'POST');
