import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './client';

/** Rows of one shape travel as one value: a statement of many parameters takes longer to write than to run. What is not named has its default, the schema's or the database's. */
export async function insertMany<T extends PgTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]) {
  const [first] = rows;
  if (!first) return;
  const made = Object.entries(getTableColumns(table)).filter(([key, { defaultFn }]) => defaultFn && !(key in first));
  const named = [...Object.keys(first), ...made.map(([key]) => key)].map((key) => [key, snake(key)] as const);
  const told = rows.map((row) => {
    const whole = { ...Object.fromEntries(made.map(([key, { defaultFn }]) => [key, defaultFn?.()])), ...row };
    return Object.fromEntries(named.map(([key, column]) => [column, (whole as Record<string, unknown>)[key]]));
  });
  const name = sql.identifier(getTableName(table));
  const columns = sql.join(
    named.map(([, column]) => sql.identifier(column)),
    sql`, `,
  );
  await tx.execute(
    sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(told)}::jsonb)`,
  );
}

/** As the schema names its columns. */
const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
