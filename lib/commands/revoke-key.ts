import { z } from 'zod';
import { revokeKeyRow } from '@/db/keys';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';

export const revokeKey = opening({
  action: 'key.revoke',
  input: z.strictObject({ keyId: z.uuid() }),

  async run({ tx, now, about }, { keyId }) {
    about(keyId);
    if (!(await revokeKeyRow(tx, keyId, now))) refuse('not_found');
    return { keyId };
  },
});
