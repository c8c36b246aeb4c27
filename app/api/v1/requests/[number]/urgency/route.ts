import { raiseUrgency } from '@/lib/commands/raise-urgency';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) => respond(raiseUrgency, request, { path: params });

export const { GET, PUT, PATCH, DELETE } = only('POST');
