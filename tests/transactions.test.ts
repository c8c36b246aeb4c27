import { sql as statement } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { transact } from '@/db/client';
import { sql, useDatabase } from './house/database';

useDatabase();

const tagged = (name: string) =>
  statement`insert into staff (id, name, email, role, is_active, created_at) values (gen_random_uuid(), ${name}, ${`${name}@clinic.example`}, 'coordinator', true, now())`;
const named = (name: string) => sql('select 1 from staff where name = $1', [name]);

describe('a transaction', () => {
  it('keeps nothing of work that failed, though the failure was swallowed', async () => {
    const swallowed = transact(async (tx) => {
      await tx.execute(tagged('swallowed'));
      await tx.execute(statement`select 1 / 0`).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow();
    expect(await named('swallowed')).toEqual([]);
  });

  it('whose connection is cut fails and keeps nothing, and the next one gets another', async () => {
    const cut = transact(async (tx) => {
      await tx.execute(tagged('cut'));
      const { rows } = await tx.execute<{ pid: number }>(statement`select pg_backend_pid() as pid`);
      await sql('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await expect.poll(() => sql('select 1 from pg_stat_activity where pid = $1', [rows[0]?.pid])).toEqual([]);
    });
    await expect(cut).rejects.toThrow();
    expect(await named('cut')).toEqual([]);
    await transact((tx) => tx.execute(tagged('next')));
    expect(await named('next')).toHaveLength(1);
  });
});
