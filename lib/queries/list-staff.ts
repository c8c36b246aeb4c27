import { z } from 'zod';
import { listStaff as everybody } from '@/db/staff';
import { staffIdOf } from '@/lib/domain/permissions';
import { opening } from '@/lib/door/door';

export const listStaff = opening({
  action: 'staff.list',
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const rows = await everybody(tx);
    return {
      me: staffIdOf(actor),
      now: now.toISOString(),
      staff: rows.map(({ createdAt, lastSeen, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeen ? new Date(lastSeen).toISOString() : null,
      })),
    };
  },
});
