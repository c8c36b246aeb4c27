import { z } from 'zod';
import { transact } from '@/db/client';
import { namesKnown } from '@/db/documents';
import { DRAWERS, dropFile, namesIn } from '@/lib/adapters/files';
import { opening } from '@/lib/door/door';

const HOUR = 3_600_000;

/** Files that no row came to name, an hour after they were written: one drawer a minute, all of them in some four hours. */
export const sweepFiles = opening({
  action: 'files.sweep',
  input: z.strictObject({}),
  isQuiet: true,
  async outside(_actor, _input, now) {
    const old = await namesIn(Math.floor(now.getTime() / 60_000) % DRAWERS, new Date(now.getTime() - HOUR));
    const known = await transact((tx) =>
      namesKnown(
        tx,
        old.filter((name) => !name.endsWith('.half')),
      ),
    );
    const unnamed = old.filter((name) => !known.includes(name));
    for (const name of unnamed) await dropFile(name);
    return { swept: unnamed.length };
  },
  run: async (_at, _input, found) => found,
});
