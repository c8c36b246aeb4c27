import { z } from 'zod';
import { listSessions as openSessionsOf } from '@/db/sessions';
import { staffIdOf } from '@/lib/domain/permissions';
import { opening } from '@/lib/door/door';

/** Where am I signed in? */
export const listSessions = opening({
  action: 'session.list',
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const rows = await openSessionsOf(tx, staffIdOf(actor), now);
    return {
      me: { id: staffIdOf(actor), name: actor.name },
      now: now.toISOString(),
      sessions: rows.map(({ createdAt, lastSeenAt, ...row }) => ({
        ...row,
        isThis: row.id === actor.sessionId,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    };
  },
});
