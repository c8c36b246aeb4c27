import { z } from 'zod';
import { addAssignment } from '@/db/assignments';
import { addEvent } from '@/db/events';
import { findRequest, storeChange } from '@/db/requests';
import { findAssignable } from '@/db/staff-names';
import { assign } from '@/lib/domain/assignment';
import { refuse } from '@/lib/domain/refusal';
import { saidNumber, sameVersion } from '@/lib/domain/request';
import { entry } from '@/lib/door/door';
import { requestNumber, version } from '@/lib/door/input';

export const assignRequest = entry({
  action: 'request.assign',
  input: z.strictObject({ number: requestNumber, version, staffId: z.uuid().nullable() }),
  subject: (tx, { number }) => findRequest(tx, { number }),

  async run({ tx, actor, now }, { version: against, staffId }, request) {
    sameVersion(request, against);
    const to =
      staffId === null
        ? null
        : ((await findAssignable(tx, staffId)) ??
          refuse('invalid', undefined, [{ path: 'staffId', message: 'is not an active coordinator or surgeon' }]));
    const assigned = await storeChange(tx, request, assign(actor, request, to), now);
    await addAssignment(tx, { requestId: request.id, staffId, assignedBy: actor.id, at: now });
    await addEvent(tx, assigned, actor, now, { kind: 'assigned', facts: { staffId, staffName: to?.name ?? null } });
    return {
      number: saidNumber(assigned.number),
      assignedTo: to && { id: to.id, name: to.name },
      version: assigned.version,
    };
  },
});
