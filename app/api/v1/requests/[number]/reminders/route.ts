import { remindPerson } from '@/lib/commands/remind-person';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) => respond(remindPerson, request, { path: params });

export const { GET, PUT, PATCH, DELETE } = only('POST');
