import { z } from 'zod';
import { addKey } from '@/db/keys';
import { staffIdOf } from '@/lib/domain/permissions';
import { opening } from '@/lib/door/door';
import { line } from '@/lib/door/input';
import { digest, newToken } from '@/lib/door/secrets';

/** The key is told once, here; only its hash is kept. */
export const createKey = opening({
  action: 'key.create',
  input: z.strictObject({ name: line(80) }),

  async run({ tx, actor, now, about }, { name }) {
    const key = `fk_${newToken()}`;
    const id = await addKey(tx, {
      name,
      keyHash: digest(key),
      hint: key.slice(0, 8),
      createdBy: staffIdOf(actor),
      createdAt: now,
    });
    about(id);
    return { id, key };
  },
});
