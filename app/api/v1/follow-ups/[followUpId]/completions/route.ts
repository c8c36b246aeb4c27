import { completeFollowUp } from '@/lib/commands/complete-follow-up';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ followUpId: string }> };

export const POST = (request: Request, { params }: Context) => respond(completeFollowUp, request, { path: params });

export const { GET, PUT, PATCH, DELETE } = only('POST');
