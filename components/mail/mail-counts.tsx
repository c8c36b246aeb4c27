import classes from '@/components/staff/staff.module.css';
import { counted } from '@/components/worklist/counted';
import type { Count } from '@/lib/domain/desk';

type Mail = {
  readonly isSending: boolean;
  readonly look: Count;
  readonly waiting: Count;
  readonly sentToday: Count;
};

/** For who runs the house: does the mail go out? Numbers alone. */
export function MailCounts({ mail }: { mail: Mail }) {
  const { isSending, look, waiting, sentToday } = mail;
  return (
    <section className={classes.section} aria-labelledby="mail">
      <h2 id="mail">Mail</h2>
      <p className={classes.soft}>
        {isSending
          ? 'Messages go out through the mail server of this clinic.'
          : 'No mail server is set up: messages are listed and not sent. Set SMTP_URL and MAIL_FROM, then start again.'}
      </p>
      <ul>
        <li>
          {isSending ? 'Waiting' : 'Would be sent'}: {counted(waiting)}
        </li>
        <li>Sent in the last 24 hours: {counted(sentToday)}</li>
        <li>Failed or held, for a coordinator to look at: {counted(look)}</li>
      </ul>
    </section>
  );
}
