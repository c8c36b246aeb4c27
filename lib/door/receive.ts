import 'server-only';
import { refuse } from '@/lib/domain/refusal';
import type { Entry } from './door';
import { PRIVATE, problemResponse } from './next';
import { fromOurPages } from './origin';
import { currentActor } from './session';
import { queryOf } from './told';

/** Routes whose body is bytes, `most` of them: what the query string says, and the bytes beside it. */
export async function receive<O>(act: Entry<O>, request: Request, most: number): Promise<Response> {
  try {
    const actor = await currentActor();
    const told = async () => {
      fromOurPages(request.headers);
      return { ...queryOf(request), bytes: await bytesOf(request, most) };
    };
    return Response.json(await act(actor, told), { status: 201, headers: PRIVATE });
  } catch (error) {
    return problemResponse(error);
  }
}

async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) refuse('too_large', undefined, [{ path: 'body', message: `at most ${most} bytes` }]);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
