import { keepReading } from '@/lib/commands/keep-reading';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) => respond(keepReading, request, { path: params });

export const { GET, PUT, PATCH, DELETE } = only('POST');
