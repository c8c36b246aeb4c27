import { z } from 'zod';
import { listKeys as everyKey, listFormerSecrets } from '@/db/keys';
import { keyState } from '@/lib/domain/keys';
import { opening } from '@/lib/door/door';

export const listKeys = opening({
  action: 'key.list',
  input: z.strictObject({}),
  async run({ tx, now }) {
    const [rows, formers] = await Promise.all([everyKey(tx), listFormerSecrets(tx, now)]);
    return {
      now: now.toISOString(),
      keys: rows.map(({ createdAt, lastUsedAt, revokedAt, expiresAt, ...row }) => ({
        ...row,
        state: keyState({ revokedAt, expiresAt }, now),
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        revokedAt: revokedAt?.toISOString() ?? null,
        expiresAt: expiresAt?.toISOString() ?? null,
        formers: formers
          .filter(({ keyId }) => keyId === row.id)
          .map(({ hint, endsAt, lastUsedAt: usedAt }) => ({
            hint,
            endsAt: endsAt.toISOString(),
            lastUsedAt: usedAt?.toISOString() ?? null,
          })),
      })),
    };
  },
});
