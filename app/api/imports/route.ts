import { only, respond } from '@/lib/door/next';
import { listImports } from '@/lib/queries/list-imports';

/** How far each file is: asked by a page that waits for one. */
export const GET = (request: Request) => respond(listImports, request);

export const { POST, PUT, PATCH, DELETE } = only('GET');
