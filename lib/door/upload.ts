import 'server-only';
import { type FileFault, MOST_BYTES } from '@/lib/domain/documents';
import { Refusal, refuse } from '@/lib/domain/refusal';
import { refuseFile } from './document';
import type { Entry } from './door';
import { amongFew, withinLinkLimit, withinPublicLimit } from './limits';
import { PRIVATE, problemResponse } from './next';
import { fromOurPages } from './origin';
import { isSeen } from './person-link';
import { sentOn, spokenPlainly } from './public';
import { addressOf, currentActor } from './session';
import { bytesOf } from './told';

/** The largest file, and what a form writes around it. */
const MOST = MOST_BYTES['application/pdf'] + 64_000;

/** Routes that take one file from the desk. */
export async function receiveFile<O>(
  act: Entry<O>,
  request: Request,
  path: Promise<Readonly<Record<string, string>>>,
): Promise<Response> {
  try {
    const actor = await currentActor();
    const told = async () => {
      fromOurPages(request.headers);
      return { ...(await formWithFile(request)), ...(await path) };
    };
    const answer = await amongFew('desk', () => act(actor, told));
    return Response.json(answer, { status: 201, headers: PRIVATE });
  } catch (error) {
    return problemResponse(error);
  }
}

/** The same of a plain form on a person's own page: nobody's file is read before they told who they are. */
export async function takeFile<O>(
  act: Entry<O>,
  request: Request,
  link: { readonly token: string; readonly proof: string | undefined },
  on: { readonly done: string; readonly refused: (fault: FileFault | 'wait' | null) => string },
): Promise<Response> {
  try {
    withinPublicLimit(addressOf(request));
    const told = async () => {
      fromOurPages(request.headers);
      if (!isSeen(link.token, link.proof, new Date())) refuse('unauthenticated');
      withinLinkLimit(link.token);
      return { ...(await formWithFile(request)), ...link };
    };
    await amongFew('public', async () => act(await currentActor(), told));
    return sentOn({ to: on.done });
  } catch (error) {
    if (!(error instanceof Refusal)) return spokenPlainly(request, problemResponse(error));
    return sentOn({ to: on.refused(faultIn(error)) });
  }
}

function faultIn({ code, current }: Refusal): FileFault | 'wait' | null {
  if (code === 'too_many' || code === 'busy') return 'wait';
  return (current?.fault as FileFault | undefined) ?? null;
}

/** A form of the two fields that we ask for; anything else it says is not read. */
async function formWithFile(request: Request) {
  const form = await formIn(await wholeBody(request), request.headers.get('content-type') ?? '');
  const [file, kind] = [form.get('file'), form.get('kind')];
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refuseFile('empty');
  return { kind, file: { called: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

/** Too much is refused in the words of a file. */
const wholeBody = (request: Request) =>
  bytesOf(request, MOST).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'too_large') return refuseFile('too_large');
    throw error;
  });

function formIn(body: Uint8Array, type: string): Promise<FormData> {
  const unread = () =>
    refuse('invalid', undefined, [{ path: 'body', message: 'must be a form with one file, as multipart/form-data' }]);
  if (!/^multipart\/form-data\s*;/i.test(type)) return unread();
  return new Response(Buffer.from(body), { headers: { 'content-type': type } }).formData().catch(unread);
}
