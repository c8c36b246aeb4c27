import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import journal from '../db/migrations/meta/_journal.json';

test('every migration is in the journal, each later than the one before: an older database gets every one it lacks', () => {
  const { entries } = journal;
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(
    readdirSync('db/migrations')
      .filter((name) => name.endsWith('.sql'))
      .sort(),
  );
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, at) => at));
  const moments = entries.map(({ when }) => when);
  expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
});
