import { z } from 'zod';
import { addKey } from '@/db/keys';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import { staffIdOf } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { dayAfter, instantOf } from '@/lib/domain/working-time';
import { opening } from '@/lib/door/door';
import { day, line } from '@/lib/door/input';
import { newSecret } from '@/lib/door/intake-secret';

/** The secret is told once, here. `expiresOn` is the last day it opens on, in the clinic's time zone. */
export const createKey = opening({
  action: 'key.create',
  input: z.strictObject({
    name: line(80),
    channel: z.enum(SOURCE_CHANNELS).optional(),
    label: line(80).optional(),
    expiresOn: day.optional(),
    isSigning: z.boolean().default(false),
  }),

  async run({ tx, actor, now, clinic, about }, { name, channel, label, expiresOn, isSigning }) {
    const expiresAt = expiresOn ? instantOf(dayAfter(expiresOn, 1), 0, clinic.timeZone) : null;
    if (expiresAt && expiresAt <= now)
      refuse('invalid', undefined, [{ path: 'expiresOn', message: 'must not lie in the past' }]);
    const { secret, row } = newSecret(isSigning);
    const id = await addKey(tx, {
      ...row,
      name,
      expiresAt,
      sourceChannel: channel ?? null,
      sourceLabel: label ?? null,
      createdBy: staffIdOf(actor),
      createdAt: now,
    });
    about(id);
    return { id, key: secret };
  },
});
