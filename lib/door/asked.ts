import 'server-only';
import type { Action, Actor } from '@/lib/domain/permissions';
import type { Call } from './door';
import { withinLimit } from './limits';
import { fromOurPages } from './origin';
import { currentActor } from './session';
import { isSigned, proveSigned } from './signed';
import { bodyIn, bodyOf, queryOf } from './told';

export type Asked = {
  readonly actor: Actor;
  /** What the query string or the body says. Called by the door once the role has passed. */
  readonly read: () => Promise<unknown>;
  readonly call: Call;
};

/** Who asks at an address of the API, and how what they say is read: the same for every route. */
export async function askedBy(request: Request, action: Action, types?: readonly string[]): Promise<Asked> {
  const { headers } = request;
  const signed = isSigned(headers) ? await proveSigned(request, action, new Date()) : null;
  const actor = signed?.actor ?? (await currentActor());
  if (actor.role === 'intake') withinLimit(actor.id);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return {
    actor,
    call: isRead ? {} : { idempotencyKey: headers.get('idempotency-key') ?? undefined, signature: signed?.signature },
    async read() {
      if (isRead) return queryOf(request);
      if (signed) return bodyIn(signed.bytes, headers, types);
      // A key in the Authorization header rides on no cookie: no other site can send it for somebody.
      if (!headers.has('authorization')) fromOurPages(headers);
      return bodyOf(request, types);
    },
  };
}
