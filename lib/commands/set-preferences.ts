import { z } from 'zod';
import { storePreferences } from '@/db/staff';
import { staffIdOf } from '@/lib/domain/permissions';
import { DENSITIES } from '@/lib/domain/preferences';
import { opening } from '@/lib/door/door';
import { line } from '@/lib/door/input';

const column = z.strictObject({
  id: line(40),
  isHidden: z.boolean().optional(),
  width: z.int().min(40).max(1_200).optional(),
});

/** One's own; what is not named stays as it was. */
export const setPreferences = opening({
  action: 'preferences.set',
  input: z.strictObject({
    hasSingleKeys: z.boolean().optional(),
    hasDigest: z.boolean().optional(),
    density: z.enum(DENSITIES).optional(),
    columns: z.array(column).max(40).optional(),
    views: z
      .array(z.strictObject({ id: z.uuid(), isHidden: z.boolean().optional() }))
      .max(500)
      .optional(),
  }),
  isQuiet: true,

  async run({ tx, actor }, preferences) {
    return { preferences: await storePreferences(tx, staffIdOf(actor), preferences) };
  },
});
