import { acknowledgeAlarm } from '@/lib/commands/acknowledge-alarm';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) => respond(acknowledgeAlarm, request, { path: params });

export const { GET, PUT, PATCH, DELETE } = only('POST');
