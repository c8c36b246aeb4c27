import { z } from 'zod';
import { holdKey, storeSecret } from '@/db/keys';
import { endOfOverlap, OVERLAPS } from '@/lib/domain/keys';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { opening } from '@/lib/door/door';
import { newSecret } from '@/lib/door/intake-secret';

/** The same key by another secret, told once, here. The one before goes on for the overlap, then ends by itself. */
export const rotateKey = opening({
  action: 'key.rotate',
  input: z.strictObject({ keyId: z.uuid(), overlap: z.enum(OVERLAPS) }),

  async run({ tx, actor, now, about }, { keyId, overlap }) {
    about(keyId);
    const before = (await holdKey(tx, keyId, now)) ?? refuse('not_found');
    const { secret, row } = newSecret(before.signing !== null);
    const endsAt = endOfOverlap(overlap, now);
    await storeSecret(tx, before, row, { by: staffIdOf(actor), at: now, endsAt });
    return { id: keyId, key: secret, formerEndsAt: endsAt.toISOString() };
  },
});
