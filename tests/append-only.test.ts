import { beforeAll, describe, expect, test } from 'vitest';
import { logContact } from '@/lib/commands/log-contact';
import { writeNote } from '@/lib/commands/write-note';
import { sql, useDatabase } from './house/database';
import { aPerson } from './house/people';
import { aRequestIn, give } from './house/requests';
import { standing } from './house/standing';

useDatabase();

beforeAll(async () => {
  const coordinator = await aPerson('coordinator');
  const number = await aRequestIn('follow_up', coordinator, await aPerson('surgeon'));
  await writeNote(coordinator, { number, text: 'Rang.' });
  await logContact(coordinator, { number, channel: 'phone', outcome: 'told_answer' });
  await give(coordinator, number, coordinator.id);
});

const COLUMNS = {
  note: 'text',
  decision: 'message',
  event: 'reason',
  audit: 'outcome',
  contact_attempt: 'text',
  assignment: 'staff_id',
};

describe.each(Object.entries(COLUMNS))('a row of %s', (table, column) => {
  test.each([
    ['changed', `update ${table} set ${column} = null`],
    ['changed where there is none', `update ${table} set ${column} = null where false`],
    ['deleted', `delete from ${table}`],
    ['deleted where there is none', `delete from ${table} where false`],
    ['swept away', `truncate ${table}`],
    ['swept away with what it hangs on', 'truncate request, staff cascade'],
    ['merged over', `merge into ${table} t using (select 1) s on true when matched then delete`],
  ])('is not %s, whoever asks the database', async (_, statement) => {
    const [held] = await sql<{ count: string }>(`select count(*) from ${table}`);
    expect(Number(held?.count)).toBeGreaterThan(0);
    const before = await standing();
    await expect(sql(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await standing()).toEqual(before);
    expect(await sql(`select count(*) from ${table}`)).toEqual([held]);
  });
});
