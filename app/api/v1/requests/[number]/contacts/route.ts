import { logContact } from '@/lib/commands/log-contact';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) =>
  respond(logContact, request, { path: params, status: 201 });

export const { GET, PUT, PATCH, DELETE } = only('POST');
