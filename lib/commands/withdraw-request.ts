import { z } from 'zod';
import type { Tx } from '@/db/client';
import { addEvent } from '@/db/events';
import { addFollowUp, finishFollowUps } from '@/db/follow-ups';
import { type FoundRequest, holdRequest, storeChange } from '@/db/requests';
import type { Actor } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { ENDED_STAGES } from '@/lib/domain/stages';
import { named } from '@/lib/door/arrival';
import { opening } from '@/lib/door/door';
import { isSeen, personToken, requestOf } from '@/lib/door/person-link';

/** The person takes the request back. Where a red flag waits it stays open: somebody calls before it is closed. */
export const withdrawRequest = opening({
  action: 'request.withdraw',
  input: z.strictObject({ token: personToken, proof: z.string().max(200).optional() }),
  async run({ tx, actor, now, about }, { token, proof }) {
    const request = (await requestOf(tx, token, now)) ?? refuse('gone');
    about(request.id);
    if (!isSeen(token, proof, now)) refuse('unauthenticated');
    if (request.mergedInto) return tellOfTheWhole(tx, request.mergedInto, named(actor), now);
    const { stage: from } = request;
    if ((ENDED_STAGES as readonly string[]).includes(from)) refuse('gone');
    if (request.alarmSince) {
      await askFirst(
        tx,
        request,
        'Asked to withdraw, and a red flag waits: call before it is closed',
        named(actor),
        now,
      );
      return { isClosed: false };
    }
    const closed = await storeChange(tx, request, { stage: 'closed', dueAt: null, claimedAt: null }, now);
    await addEvent(tx, closed, named(actor), now, { kind: 'moved', from, to: 'closed', reason: 'WITHDRAWN' });
    const settled = await finishFollowUps(tx, 'all', closed.id, null, now);
    for (const facts of settled) await addEvent(tx, closed, named(actor), now, { kind: 'follow_up_done', facts });
    return { isClosed: true };
  },
});

/** Whoever holds the page of what was told again has not shown to be who told it first: somebody calls. */
async function tellOfTheWhole(tx: Tx, id: string, actor: Actor, now: Date) {
  const whole = (await holdRequest(tx, { id })) ?? refuse('gone');
  if (whole.mergedInto) return tellOfTheWhole(tx, whole.mergedInto, actor, now);
  const isOver = (ENDED_STAGES as readonly string[]).includes(whole.stage);
  if (!isOver)
    await askFirst(tx, whole, 'Asked to withdraw what they told again: call before it is closed', actor, now);
  return { isClosed: false };
}

async function askFirst(tx: Tx, request: FoundRequest, what: string, actor: Actor, now: Date) {
  const staffId = request.coordinatorId;
  await addFollowUp(tx, { requestId: request.id, staffId, dueAt: now, createdBy: null, createdAt: now, what });
  await addEvent(tx, request, actor, now, { kind: 'withdrawal_asked' });
}
