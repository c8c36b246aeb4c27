import { z } from 'zod';
import { endSessions } from '@/db/sessions';
import { findStaff } from '@/db/staff';
import { staffIdOf } from '@/lib/domain/permissions';
import { entry } from '@/lib/door/door';

/** One's own sessions, or as an admin anybody's. `all` keeps the one in use, unless it is somebody else's. */
export const endSession = entry({
  action: 'session.end',
  input: z.strictObject({ staffId: z.uuid(), which: z.literal('all').or(z.uuid()) }),
  subject: (tx, { staffId }) => findStaff(tx, staffId),

  async run({ tx, actor, now }, { staffId, which }) {
    const own = staffId === staffIdOf(actor) ? (actor.sessionId ?? undefined) : undefined;
    return { ended: await endSessions(tx, staffId, which === 'all' ? { but: own } : { only: which }, now) };
  },
});
