import { z } from 'zod';
import { listKeys as everyKey } from '@/db/keys';
import { opening } from '@/lib/door/door';

export const listKeys = opening({
  action: 'key.list',
  input: z.strictObject({}),
  async run({ tx, now }) {
    const rows = await everyKey(tx);
    return {
      now: now.toISOString(),
      keys: rows.map(({ createdAt, lastUsedAt, revokedAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
    };
  },
});
