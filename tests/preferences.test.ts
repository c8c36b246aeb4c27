import { describe, expect, it } from 'vitest';
import { setPreferences } from '@/lib/commands/set-preferences';
import { readSession } from '@/lib/queries/read-session';
import { useDatabase } from './house/database';
import { aPerson } from './house/people';
import { outcomeOf } from './house/staff';

useDatabase();

describe('preferences', () => {
  it('are one person’s own, and what is not named stays', async () => {
    const [mine, theirs] = [await aPerson('coordinator'), await aPerson('coordinator')];
    await setPreferences(mine, { hasSingleKeys: false });
    await setPreferences(mine, {
      columns: [
        { id: 'due', width: 120 },
        { id: 'turn', isHidden: true },
      ],
    });
    expect((await readSession(mine, {})).preferences).toEqual({
      hasSingleKeys: false,
      columns: [
        { id: 'due', width: 120 },
        { id: 'turn', isHidden: true },
      ],
    });
    expect((await readSession(theirs, {})).preferences).toEqual({});
  });

  it.each([{ density: 'tiny' }, { columns: [{ id: 'due', width: 3 }] }, { theme: 'pink' }])(
    '%j is refused and changes nothing',
    async (said) => {
      const mine = await aPerson('surgeon');
      expect(await outcomeOf(setPreferences(mine, said))).toBe('invalid');
      expect((await readSession(mine, {})).preferences).toEqual({});
    },
  );
});
