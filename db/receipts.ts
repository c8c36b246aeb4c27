import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { mails } from './schema/mail';
import { isOfWhole } from './whole';

/** Whether a receipt goes or went to this address, for this request or what was told again of it. */
export async function hasReceipt(tx: Tx, requestId: string, address: string | undefined): Promise<boolean> {
  if (!address) return true;
  const [row] = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        isOfWhole(mails.requestId, requestId),
        eq(mails.kind, 'receipt'),
        sql`lower(${mails.address}) = lower(${address})`,
        ne(mails.state, 'not_sent'),
      ),
    )
    .limit(1);
  return row !== undefined;
}
