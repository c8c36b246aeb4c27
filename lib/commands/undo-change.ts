import { z } from 'zod';
import { addAssignment } from '@/db/assignments';
import { addEvent } from '@/db/events';
import { reopenFollowUps } from '@/db/follow-ups';
import { holdRequest, storeChange } from '@/db/requests';
import { lastChange } from '@/db/undo';
import { saidNumber, sameVersion } from '@/lib/domain/request';
import { mayUndo } from '@/lib/domain/undo';
import { entry } from '@/lib/door/door';
import { requestNumber, version } from '@/lib/door/input';

/** Puts stage, owner and due date back as they were; both the slip and its undoing stay in the history, and neither is counted. */
export const undoChange = entry({
  action: 'change.undo',
  input: z.strictObject({ number: requestNumber, version }),
  subject: (tx, { number }) => holdRequest(tx, { number }),

  async run({ tx, actor, now }, { version: against }, request) {
    sameVersion(request, against);
    const last = await lastChange(tx, request);
    mayUndo(actor, last, now);
    const restored = await storeChange(tx, request, last.was, now);
    if (request.stage === 'closed') await reopenFollowUps(tx, request.id, last.at);
    const isCoordinators = restored.coordinatorId !== request.coordinatorId;
    if (last.kind === 'assigned' || isCoordinators) {
      const staffId = isCoordinators ? restored.coordinatorId : restored.surgeonId;
      await addAssignment(tx, { requestId: request.id, staffId, assignedBy: actor.id, at: now });
    }
    const isMove = restored.stage !== request.stage;
    await addEvent(tx, restored, actor, now, {
      kind: 'undone',
      ...(isMove ? { from: request.stage, to: restored.stage } : {}),
      facts: { undoes: last.seq },
    });
    return { number: saidNumber(restored.number), stage: restored.stage, version: restored.version };
  },
});
