import { customType } from 'drizzle-orm/pg-core';

/** PostgreSQL's own number of a transaction; it never comes round again. */
export const transactionId = customType<{ data: bigint; driverData: string }>({
  dataType: () => 'xid8',
  fromDriver: BigInt,
  toDriver: String,
});
