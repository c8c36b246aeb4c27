import { z } from 'zod';
import { findMail, storeMail } from '@/db/mails';
import { barredFrom, maySendAgain, problemWords } from '@/lib/domain/mail';
import { refuse } from '@/lib/domain/refusal';
import { entry } from '@/lib/door/door';

/** By a person's decision, to the address and with the consent that stand now. It keeps its id, by which the receiver knows a twin. */
export const resendMail = entry({
  action: 'mail.resend',
  input: z.strictObject({ mailId: z.uuid() }),
  subject: async (tx, { mailId }) => {
    const mail = await findMail(tx, mailId);
    return mail && { id: mail.requestId, mail };
  },

  async run({ tx, now }, _input, { mail }) {
    if (!maySendAgain(mail)) refuse('conflict', 'This message is not one that can be sent again.');
    const barred = barredFrom(mail.to);
    if (barred) refuse('incomplete', `Not sent: ${problemWords(barred)}. Correct that on the request first.`);
    const again = { state: 'waiting', attempts: 0, problem: null, nextTryAt: now, address: mail.to.address } as const;
    if (!(await storeMail(tx, mail, [mail.state], again))) refuse('conflict', 'Somebody else decided on it meanwhile.');
    return { mailId: mail.id, state: again.state };
  },
});
