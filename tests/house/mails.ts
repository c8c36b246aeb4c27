import { queueDigests } from '@/lib/commands/queue-digests';
import { sendMail } from '@/lib/commands/send-mail';
import { deliver } from '@/lib/door/post-office';
import { sql } from './database';
import { aFullIntake } from './intake';
import { theHouse } from './people';
import { aRequest } from './requests';

export type MailRow = {
  id: string;
  kind: string;
  state: string;
  address: string | null;
  language: string;
  problem: string | null;
  attempts: number;
  next_try_at: Date | null;
  message_id: string | null;
  facts: Record<string, unknown>;
};

export const willing = { privacyNotice: true, review: true, shareImages: true, email: true };
export const minutes = (many: number, from = new Date()) => new Date(from.getTime() + many * 60_000);

let nth = 0;
/** Somebody who may be written to, at an address nobody else has. */
export async function somebodyWillingAt(change: object = {}): Promise<{ number: string; address: string }> {
  const address = `person-${++nth}@example.com`;
  const number = await aRequest({
    person: {
      firstName: 'Ana',
      lastName: 'Delgado',
      dateOfBirth: '1974-03-02',
      phone: aFullIntake().person.phone,
      email: address,
    },
    consents: willing,
    ...change,
  });
  return { number, address };
}

/** As the timer does it, at a moment of the test's own. */
export const postAll = (now = new Date()) => deliver(() => sendMail(theHouse, {}, { now }));
export const digestsAt = (now: Date) => queueDigests(theHouse, {}, { now });

export async function mailsOf(number: string): Promise<MailRow[]> {
  return sql<MailRow>(
    'select m.* from mail m join request r on r.id = m.request_id where r.number = $1 order by m.queued_at, m.id',
    [Number(number.slice(3))],
  );
}

export async function theMail(number: string): Promise<MailRow> {
  const [mail] = await mailsOf(number);
  if (!mail) throw new Error(`no mail of ${number}`);
  return mail;
}

/** What other tests of a file left waiting is none of the next one's affair. */
export const nothingWaits = () => sql("update mail set state = 'left' where state in ('waiting', 'sending')");
