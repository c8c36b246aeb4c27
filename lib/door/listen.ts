import 'server-only';
import { message, STREAM_HEADERS } from '@/lib/adapters/bell';
import { type Ending, markOf } from '@/lib/domain/bell';
import type { Actor } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { join } from './bell';
import type { Entry } from './door';
import { problemResponse } from './next';
import { quietActor } from './session';
import { queryOf } from './told';

/** Bytes that may wait for a slow listener before it is let go; it comes back with the last id it has. */
const MOST_WAITING = 4_000_000;
type Begin = { readonly mark: string; readonly isKnown: boolean };

/** Streams go through this. Listening is no sign of life: an idle session ends under it. */
export async function listen(hear: Entry<Begin>, request: Request): Promise<Response> {
  try {
    const actor = await quietActor();
    const last = request.headers.get('last-event-id');
    const begin = await hear(actor, () => ({ ...queryOf(request), ...(last ? { after: last } : {}) }));
    if (request.method === 'HEAD') return new Response(null, { headers: STREAM_HEADERS });
    return new Response(streamTo(actor, begin, request.signal), { headers: STREAM_HEADERS });
  } catch (error) {
    return problemResponse(error);
  }
}

function streamTo(actor: Actor, begin: Begin, signal: AbortSignal): ReadableStream<Uint8Array> {
  let leave = () => {};
  let isOver = false;
  const over = () => {
    isOver = true;
    leave();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (why: Ending) => {
          if (isOver) return;
          over();
          controller.enqueue(message('end', { why }));
          controller.close();
        };
        const tell = (bytes: Uint8Array) => {
          if (isOver) return;
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) return end('too_slow');
          controller.enqueue(bytes);
        };
        leave = join({ actor, tell, end }, markOf(begin.mark) ?? refuse('invalid'));
        tell(message(begin.isKnown ? 'hello' : 'reset', {}, begin.mark));
        signal.addEventListener('abort', over, { once: true });
      },
      cancel: over,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
}
