import { withoutStaff } from '@/lib/domain/assignment';
import type { Actor } from '@/lib/domain/permissions';
import type { Calendar } from '@/lib/domain/working-time';
import { addAssignment } from './assignments';
import type { Tx } from './client';
import { addEvent } from './events';
import { orphanFollowUps } from './follow-ups';
import { heldBy, storeChange } from './requests';

/** Gives back everything that somebody holds who can no longer look after it: nothing stays with nobody looking. */
export async function giveBack(tx: Tx, staffId: string, actor: Actor, now: Date, clinic: Calendar): Promise<number> {
  const held = await heldBy(tx, staffId);
  for (const request of held) {
    const freed = await storeChange(tx, request, withoutStaff(request, staffId, now, clinic), now);
    await addAssignment(tx, { requestId: request.id, staffId: null, assignedBy: actor.id, at: now });
    await addEvent(
      tx,
      freed,
      actor,
      now,
      freed.stage === request.stage
        ? { kind: 'assigned', facts: { staffId: null, staffName: null } }
        : { kind: 'moved', from: request.stage, to: freed.stage, reason: 'the surgeon no longer works at this desk' },
    );
  }
  await orphanFollowUps(tx, staffId);
  return held.length;
}
