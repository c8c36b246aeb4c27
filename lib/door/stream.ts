import 'server-only';
import type { Entry } from './door';
import { PRIVATE, problemResponse } from './next';
import { currentActor, sessionHolder } from './session';
import { queryOf } from './told';

type Part = { readonly nextCursor: string | null };
type File<O> = {
  readonly type: string;
  readonly file: string;
  /** The parameters of the path: part of what is asked. */
  readonly path?: Promise<Readonly<Record<string, string>>>;
  readonly head: string;
  readonly write: (part: O) => string;
};

/** Routes whose answer is longer than memory should hold: one part at a time, as fast as it is taken. Each part enters by the door; who was signed out, or went away, gets no further one. */
export async function stream<O extends Part>(see: Entry<O>, request: Request, as: File<O>): Promise<Response> {
  try {
    const actor = await currentActor();
    const first = await see(actor, async () => ({ ...queryOf(request), ...(await as.path) }));
    const asked = { ...queryOf(request), ...(await as.path) };
    return new Response(
      bodyOf(as, first, async (cursor) => see(await stillIn(actor.sessionId), { ...asked, cursor })),
      {
        headers: {
          ...PRIVATE,
          'content-type': as.type,
          'content-disposition': `attachment; filename="${as.file}"`,
        },
      },
    );
  } catch (error) {
    return problemResponse(error);
  }
}

/** A long file is no sign of life. */
const stillIn = (sessionId: string | null) => sessionHolder(sessionId ?? '', new Date(), true);

function bodyOf<O extends Part>(as: File<O>, first: O, next: (cursor: string) => Promise<O>): ReadableStream {
  const encoder = new TextEncoder();
  let part: O | null = null;
  return new ReadableStream(
    {
      async pull(controller) {
        const text = part === null ? as.head : '';
        part = part === null ? first : await next(part.nextCursor ?? '');
        controller.enqueue(encoder.encode(text + as.write(part)));
        if (part.nextCursor === null) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
