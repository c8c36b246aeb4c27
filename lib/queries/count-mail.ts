import { z } from 'zod';
import { countMails } from '@/db/mails';
import { hasMailServer } from '@/lib/adapters/mail';
import { countOf, EXACT_TO } from '@/lib/domain/desk';
import { opening } from '@/lib/door/door';

const DAY = 86_400_000;

/** Does the mail go out? Numbers alone: nobody's name, nobody's address. */
export const countMail = opening({
  action: 'mail.count',
  input: z.strictObject({}),
  isQuiet: true,
  async run({ tx, now }) {
    const since = new Date(now.getTime() - DAY);
    const [look, waiting, sentToday] = await Promise.all([
      countMails(tx, 'look', EXACT_TO + 1),
      countMails(tx, 'waiting', EXACT_TO + 1),
      countMails(tx, 'sent', EXACT_TO + 1, since),
    ]);
    return {
      isSending: hasMailServer(),
      look: countOf(look),
      waiting: countOf(waiting),
      sentToday: countOf(sentToday),
    };
  },
});
