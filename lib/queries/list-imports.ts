import { z } from 'zod';
import * as imports from '@/db/imports';
import type { ImportBatch } from '@/lib/domain/imports';
import { opening } from '@/lib/door/door';

/** Every file with where it is, latest first; it names no person. Asked again and again while one is under way. */
export const listImports = opening({
  action: 'import.list',
  input: z.strictObject({}),
  isQuiet: true,

  async run({ tx, now }) {
    const [found, sources] = [await imports.listImports(tx), await imports.listSources(tx)];
    const batches = found.map(
      ({ createdAt, changedAt, ...batch }): ImportBatch => ({
        ...batch,
        createdAt: createdAt.toISOString(),
        changedAt: changedAt.toISOString(),
      }),
    );
    return { batches, sources, now: now.toISOString() };
  },
});
