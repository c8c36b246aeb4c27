import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { sql, useDatabase } from './house/database';
import { deskQuestions } from './house/desk-questions';
import { faultsOf, MOST, overheard, planOf } from './house/plans';

const REQUESTS = 30_000;

useDatabase();

beforeAll(async () => {
  const args = ['--conditions=react-server', '--import', 'tsx', 'db/generate/run.ts', String(REQUESTS)];
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, FORAMEN_DEMO: '1' } });
}, 120_000);

// In so small a clinic reading a whole table is often the quickest: forbidden here, what is left is whether an index could have served.
test('an index serves every question of the desk, and none sorts or reads more than ten thousand rows', async () => {
  const wrong: Record<string, string[]> = {};
  for (const { name, ask } of await deskQuestions()) {
    const sent = await overheard(ask);
    expect([name, sent.length > 0]).toEqual([name, true]);
    for (const one of sent) {
      const faults = faultsOf(await planOf(one, 'set local enable_seqscan = off'), MOST * 1.05);
      if (faults.length > 0) wrong[name] = [...(wrong[name] ?? []), ...faults];
    }
  }
  expect(wrong).toEqual({});
}, 120_000);

test('the plan of a question without an index is found at fault', async () => {
  const seen = await overheard(() => sql(`select id from request where report like '%x%' order by version`));
  const [plan] = await Promise.all(seen.map((one) => planOf(one)));
  expect(plan && faultsOf(plan, MOST)).toContain('request is read from end to end');
});
