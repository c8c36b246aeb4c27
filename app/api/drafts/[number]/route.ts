import { dropDraft } from '@/lib/commands/drop-draft';
import { keepDraft } from '@/lib/commands/keep-draft';
import { only, respond } from '@/lib/door/next';
import { readDrafts } from '@/lib/queries/read-drafts';

type Context = { params: Promise<{ number: string }> };

/** Beside the pages' own actions, which wait for each other and draw the page anew: a draft is kept while somebody types. */
export const GET = (request: Request, { params }: Context) => respond(readDrafts, request, { path: params });
export const POST = (request: Request, { params }: Context) => respond(keepDraft, request, { path: params });
export const DELETE = (request: Request, { params }: Context) => respond(dropDraft, request, { path: params });

export const { PUT, PATCH } = only('GET', 'POST', 'DELETE');
