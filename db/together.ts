import { is, type SQL, sql } from 'drizzle-orm';
import { PgTimestamp } from 'drizzle-orm/pg-core';
import type { Tx } from './client';

/** A query that was written down and not yet sent. */
type Query = PromiseLike<readonly object[]> & { readonly _: { readonly selectedFields: unknown }; getSQL(): SQL };

/** Several queries in one round trip: each comes back as the rows it would have had alone. */
export async function together<Q extends Record<string, Query>>(
  tx: Tx,
  queries: Q,
): Promise<{ [K in keyof Q]: Awaited<Q[K]> }> {
  const columns = Object.entries(queries).map(([name, query]) => {
    const fields = Object.keys(fieldsOf(query)).map((field) => sql.identifier(field));
    return sql`(select coalesce(json_agg(one), '[]') from (${query.getSQL()}) as one(${sql.join(fields, sql`, `)})) as ${sql.identifier(name)}`;
  });
  const { rows } = await tx.execute<Record<string, Record<string, unknown>[]>>(
    sql`select ${sql.join(columns, sql`, `)}`,
  );
  const answers = Object.entries(queries).map(([name, query]) => [
    name,
    rows[0]?.[name]?.map(withInstants(query)) ?? [],
  ]);
  return Object.fromEntries(answers) as { [K in keyof Q]: Awaited<Q[K]> };
}

const fieldsOf = (query: Query) => query._.selectedFields as Record<string, unknown>;

/** JSON knows no instants: they came as text. */
function withInstants(query: Query) {
  const instants = Object.entries(fieldsOf(query)).flatMap(([name, field]) => (is(field, PgTimestamp) ? [name] : []));
  return (row: Record<string, unknown>) => {
    for (const name of instants) if (row[name] !== null) row[name] = new Date(row[name] as string);
    return row;
  };
}
