import { and, eq, gt } from 'drizzle-orm';
import type { Tx } from './client';
import { personLinks } from './schema/form';

/** How long a person finds their own page, in days. */
const OPENS_FOR = 180;

/** The link of a request, made where there is none that still opens. */
export async function linkTo(tx: Tx, requestId: string, now: Date): Promise<string> {
  const [known] = await tx
    .select({ id: personLinks.id })
    .from(personLinks)
    .where(and(eq(personLinks.requestId, requestId), gt(personLinks.endsAt, now)))
    .limit(1);
  if (known) return known.id;
  const endsAt = new Date(now.getTime() + OPENS_FOR * 86_400_000);
  const [made] = await tx
    .insert(personLinks)
    .values({ requestId, createdAt: now, endsAt })
    .returning({ id: personLinks.id });
  if (!made) throw new Error('an insert returned no row');
  return made.id;
}

/** The request that a link opens, while it does. */
export async function requestBehind(tx: Tx, linkId: string, now: Date): Promise<string | undefined> {
  const [row] = await tx
    .select({ requestId: personLinks.requestId })
    .from(personLinks)
    .where(and(eq(personLinks.id, linkId), gt(personLinks.endsAt, now)));
  return row?.requestId;
}
