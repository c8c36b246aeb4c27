'use client';
import { When } from '@/components/ui/when';
import { MAIL_KIND_WORDS } from '@/lib/domain/mail';
import type { MailSent } from '@/lib/domain/mail-shown';
import classes from './mail.module.css';
import { MailStateChip } from './mail-state';

/** What was written to this person, and whether it went out. */
export function MailOf({ mails, now }: { mails: readonly MailSent[]; now: string }) {
  if (mails.length === 0) return null;
  return (
    <section aria-label="Mail" className={classes.of}>
      <h2>Mail</h2>
      <ul>
        {mails.map(({ id, kind, state, problem, sentAt, queuedAt }) => (
          <li key={id}>
            {MAIL_KIND_WORDS[kind]} <MailStateChip state={state} />{' '}
            <span className={classes.soft}>
              {problem && state !== 'sent' ? `${problem} · ` : ''}
              <When at={sentAt ?? queuedAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
