import { scheduleFollowUp } from '@/lib/commands/schedule-follow-up';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

export const POST = (request: Request, { params }: Context) =>
  respond(scheduleFollowUp, request, { path: params, status: 201 });

export const { GET, PUT, PATCH, DELETE } = only('POST');
