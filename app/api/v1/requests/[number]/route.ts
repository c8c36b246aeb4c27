import { only, respond } from '@/lib/door/next';
import { openRequest } from '@/lib/queries/open-request';

type Context = { params: Promise<{ number: string }> };

export const GET = (request: Request, { params }: Context) => respond(openRequest, request, { path: params });

export const { POST, PUT, PATCH, DELETE } = only('GET');
