import { z } from 'zod';
import { findMail, storeMail } from '@/db/mails';
import { mayLeave } from '@/lib/domain/mail';
import { refuse } from '@/lib/domain/refusal';
import { entry } from '@/lib/door/door';

/** It is not sent again: the person was told otherwise, or need not be. */
export const leaveMail = entry({
  action: 'mail.leave',
  input: z.strictObject({ mailId: z.uuid() }),
  subject: async (tx, { mailId }) => {
    const mail = await findMail(tx, mailId);
    return mail && { id: mail.requestId, mail };
  },

  async run({ tx }, _input, { mail }) {
    const isLeft = mayLeave(mail) && (await storeMail(tx, mail, [mail.state], { state: 'left', nextTryAt: null }));
    if (!isLeft) refuse('conflict', 'Only a message that failed or is held can be left.');
    return { mailId: mail.id, state: 'left' as const };
  },
});
