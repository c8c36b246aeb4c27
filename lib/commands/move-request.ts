import { z } from 'zod';
import { addAssignment } from '@/db/assignments';
import { addEvent } from '@/db/events';
import { finishFollowUps } from '@/db/follow-ups';
import { addMail } from '@/db/mails';
import { findRequest, storeChange } from '@/db/requests';
import { MISSING_ITEMS } from '@/lib/domain/completeness';
import { staffIdOf } from '@/lib/domain/permissions';
import { guardMove, moveTo, saidNumber, sameVersion } from '@/lib/domain/request';
import { OPEN_STAGES, STAGES } from '@/lib/domain/stages';
import { UNDO_WITHIN } from '@/lib/domain/undo';
import { dayOf, dueFor } from '@/lib/domain/working-time';
import { entry } from '@/lib/door/door';
import { instant, requestNumber, text, version } from '@/lib/door/input';

export const moveRequest = entry({
  action: 'request.move',
  input: z.strictObject({
    number: requestNumber,
    version,
    to: z.enum(STAGES),
    reason: text(1_000).optional(),
    missing: z.array(z.enum(MISSING_ITEMS)).max(MISSING_ITEMS.length).optional(),
    dueAt: instant.optional(),
  }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, now, clinic }, { version: against, to, ...ask }, request) {
    sameVersion(request, against);
    const move = moveTo(actor, request, to);
    guardMove(request, move, ask, now);
    const overridden = move.by === 'request.ready' ? request.missing : [];
    const isEnded = !OPEN_STAGES.includes(to);
    // Who begins with somebody's request is who they hear from.
    const isTaken = move.by === 'request.triage' && actor.role === 'coordinator' && request.coordinatorId === null;
    const moved = await storeChange(
      tx,
      request,
      {
        stage: to,
        dueAt: isEnded ? null : (ask.dueAt ?? dueFor(to, request.urgency, now, clinic)),
        claimedAt: move.by === 'request.claim' ? now : null,
        ...(to === 'awaiting_info' ? { askedFor: [...(ask.missing ?? [])] } : {}),
        ...(isTaken ? { coordinatorId: actor.id } : {}),
        ...(move.by === 'request.claim' ? { surgeonId: actor.id } : {}),
        ...(move.by === 'request.release' ? { surgeonId: null } : {}),
      },
      now,
    );
    if (isTaken) await addAssignment(tx, { requestId: moved.id, staffId: actor.id, assignedBy: actor.id, at: now });
    await addEvent(tx, moved, actor, now, {
      kind: 'moved',
      from: move.from,
      to,
      reason: ask.reason,
      facts: {
        ...(ask.missing ? { missing: ask.missing } : {}),
        ...(overridden.length > 0 ? { overridden } : {}),
        ...(ask.dueAt ? { dueAt: ask.dueAt.toISOString() } : {}),
      },
    });
    if (to === 'awaiting_info')
      await addMail(
        tx,
        {
          kind: 'missing_items',
          requestId: moved.id,
          dedupeKey: `missing:${moved.id}:${moved.version}`,
          facts: ask.dueAt ? { by: dayOf(ask.dueAt, clinic.timeZone) } : {},
          // Nobody is written to about a slip of the hand.
          from: new Date(now.getTime() + UNDO_WITHIN),
        },
        now,
      );
    if (to === 'closed') {
      const settled = await finishFollowUps(tx, 'all', moved.id, staffIdOf(actor), now);
      for (const facts of settled) await addEvent(tx, moved, actor, now, { kind: 'follow_up_done', facts });
    }
    return { number: saidNumber(moved.number), stage: moved.stage, version: moved.version };
  },
});
