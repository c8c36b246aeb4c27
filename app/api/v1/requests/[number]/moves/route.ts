import { moveRequest } from '@/lib/commands/move-request';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) => respond(moveRequest, request, { path: params });

export const { GET, PUT, PATCH, DELETE } = only('POST');
