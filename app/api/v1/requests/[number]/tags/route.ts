import { tagRequest } from '@/lib/commands/tag-request';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) => respond(tagRequest, request, { path: params });

export const { GET, PUT, PATCH, DELETE } = only('POST');
