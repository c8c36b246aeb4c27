import { desc, eq } from 'drizzle-orm';
import type { ContactChannel, ContactOutcome } from '@/lib/domain/follow-up';
import type { Tx } from './client';
import { contacts } from './schema/history';
import { staff } from './schema/staff';
import { isOfWhole, numberOfOther } from './whole';

type NewContact = {
  requestId: string;
  staffId: string;
  channel: ContactChannel;
  outcome: ContactOutcome;
  text?: string;
  nextAt?: Date;
  at: Date;
};

export async function addContact(tx: Tx, contact: NewContact): Promise<string> {
  const [row] = await tx.insert(contacts).values(contact).returning({ id: contacts.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

export function listContacts(tx: Tx, requestId: string) {
  return tx
    .select({
      id: contacts.id,
      at: contacts.at,
      channel: contacts.channel,
      outcome: contacts.outcome,
      text: contacts.text,
      nextAt: contacts.nextAt,
      byId: contacts.staffId,
      byName: staff.name,
      of: numberOfOther(contacts.requestId, requestId),
    })
    .from(contacts)
    .innerJoin(staff, eq(staff.id, contacts.staffId))
    .where(isOfWhole(contacts.requestId, requestId))
    .orderBy(desc(contacts.at));
}
