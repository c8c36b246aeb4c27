import { z } from 'zod';
import { deskOf } from '@/db/staff';
import { type StaffRole, staffIdOf } from '@/lib/domain/permissions';
import { opening } from '@/lib/door/door';

/** Who am I? For the frame around every page. */
export const readSession = opening({
  action: 'session.read',
  input: z.strictObject({}),
  isQuiet: true,
  run: async ({ tx, actor, now, clinic }) => ({
    id: staffIdOf(actor),
    name: actor.name,
    role: actor.role as StaffRole,
    sessionId: actor.sessionId,
    timeZone: clinic.timeZone,
    ...(await deskOf(tx, staffIdOf(actor))),
    at: now.toISOString(),
  }),
});
