import { amendDecision } from '@/lib/commands/amend-decision';
import { decideCandidacy } from '@/lib/commands/decide-candidacy';
import { only, respond } from '@/lib/door/next';

type Context = { params: Promise<{ number: string }> };

/** With a reason to amend it amends the decision that holds. */
export const POST = (request: Request, { params }: Context) =>
  respond(decideCandidacy, request, { path: params, status: 201, instead: { of: 'amendReason', act: amendDecision } });

export const { GET, PUT, PATCH, DELETE } = only('POST');
