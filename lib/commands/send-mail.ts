import { z } from 'zod';
import { holdLost, type MailChange, type MailRow, storeMail, takeMail } from '@/db/mails';
import { hasMailServer, type Posted, post } from '@/lib/adapters/mail';
import { barredFrom, nextTry, outdated } from '@/lib/domain/mail';
import { letterFrom } from '@/lib/domain/mail-words';
import { saidNumber } from '@/lib/domain/request';
import { opening } from '@/lib/door/door';
import { linkFor } from '@/lib/door/mail-link';

/** Longer than a message can take: whoever has not told by then never will. */
const LEASE = 2 * 60_000;

/** The next message that is due, to the mail server; no transaction is open meanwhile. Twice to nobody: what may have gone out waits for a person to decide. */
export const sendMail = opening({
  action: 'mail.send',
  input: z.strictObject({}),
  isQuiet: true,

  async outside(_actor, _input, now) {
    const mail = hasMailServer() ? await takeMail(now, new Date(now.getTime() + LEASE)) : undefined;
    if (!mail) return null;
    const barred = barredFrom(mail.to) ?? outdated(mail, now);
    return { mail, address: mail.to.address, result: barred ?? (await post(await letterOf(mail, now))) };
  },

  async run({ tx, now }, _input, tried) {
    if (!tried) {
      await holdLost(tx, now);
      return { goesOn: false };
    }
    const { mail, address, result } = tried;
    const change =
      typeof result === 'string' ? ({ state: 'not_sent', problem: result } as const) : after(result, mail, now);
    // Told late is better than not known.
    await storeMail(tx, mail, ['sending', 'held'], { ...change, address });
    return { goesOn: typeof result === 'string' || result.outcome !== 'unreachable' };
  },
});

function after(posted: Posted, { attempts }: MailRow, now: Date): MailChange {
  if (posted.outcome === 'accepted')
    return { state: 'sent', problem: null, sentAt: now, messageId: posted.messageId, nextTryAt: null };
  const { outcome, problem } = posted;
  if (outcome === 'unknown') return { state: 'held', problem: 'unknown_outcome', nextTryAt: null };
  const nextTryAt = outcome === 'refused' ? null : nextTry(attempts, now);
  return { state: nextTryAt ? 'waiting' : 'failed', problem, nextTryAt };
}

async function letterOf(mail: MailRow, now: Date) {
  const letter = letterFrom(mail.kind, mail.language, {
    firstName: mail.firstName,
    number: mail.number === null ? null : saidNumber(mail.number),
    facts: mail.facts,
    link: await linkFor(mail, now),
  });
  return { ...letter, id: mail.id, address: mail.to.address ?? '' };
}
