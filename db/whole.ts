import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Rows of a request and of all that were merged into it: what is append-only is not moved, it is read through. */
export function isOfWhole(column: PgColumn, requestId: string): SQL {
  return sql`${column} = any(array(with recursive whole(id) as (
    select ${requestId}::uuid union all select r.id from request r join whole w on r.merged_into = w.id) select id from whole))`;
}

/** The number it was written under, where that is another than the one asked for. */
export function numberOfOther(column: PgColumn, requestId: string) {
  return sql<number | null>`(select r.number from request r where r.id = ${column} and r.id <> ${requestId}::uuid)`;
}
