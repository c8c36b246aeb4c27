'use client';
import Link from 'next/link';
import { useClinic } from '@/components/ui/clinic';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { type Action, useSave } from '@/components/ui/use-save';
import { shortTime, When } from '@/components/ui/when';
import { MAIL_KIND_WORDS } from '@/lib/domain/mail';
import type { MailShown } from '@/lib/domain/mail-shown';
import classes from './mail.module.css';
import { MailStateChip } from './mail-state';

export type MailActs = { readonly resend: Action<unknown>; readonly leave: Action<unknown> };
type Props = MailActs & { readonly mail: MailShown; readonly now: string };

export function MailRow({ mail, now, resend, leave }: Props) {
  const again = useSave(resend);
  const letBe = useSave(leave);
  const { id, kind, state, problem, to, letter, queuedAt, sentAt } = mail;
  const isBusy = again.isSaving || letBe.isSaving;
  const send = state === 'not_sent' ? 'Send now' : 'Send again';
  const what = `${MAIL_KIND_WORDS[kind]}, ${to.name}`;
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <span className={classes.who}>
          {to.number ? (
            <Link href={`/requests/${to.number}`} prefetch={false} className={classes.person} title={to.number}>
              {to.name}
            </Link>
          ) : (
            to.name
          )}
        </span>
        <span>{MAIL_KIND_WORDS[kind]}</span>
        <MailStateChip state={state} />
        <span className={classes.soft}>
          <When at={sentAt ?? queuedAt} now={now} />
        </span>
        <span className={classes.acts}>
          {mail.maySendAgain && (
            <PlainButton
              isQuiet
              isSmall
              disabled={isBusy}
              aria-label={`${send}: ${what}`}
              onClick={() => again.save({ mailId: id })}
            >
              {send}
            </PlainButton>
          )}
          {mail.mayLeave && (
            <PlainButton
              isQuiet
              isSmall
              disabled={isBusy}
              aria-label={`Leave: ${what}`}
              onClick={() => letBe.save({ mailId: id })}
            >
              Leave
            </PlainButton>
          )}
        </span>
      </div>
      {problem && (
        <p className={classes.problem}>
          {problem}
          {state === 'held' && '. Sent again, it may arrive twice.'}
          <NextTry mail={mail} now={now} />
        </p>
      )}
      <ProblemLine problem={again.problem ?? letBe.problem} />
      <details className={classes.letter}>
        <summary>Read “{letter.subject}”</summary>
        <p>{letter.text}</p>
      </details>
    </li>
  );
}

function NextTry({ mail: { nextTryAt, attempts }, now }: Pick<Props, 'mail' | 'now'>) {
  const { timeZone, sendsMail } = useClinic();
  if (!nextTryAt || !sendsMail) return null;
  return (
    <>{` · tried ${attempts === 1 ? 'once' : `${attempts} times`}, next try ${shortTime(nextTryAt, now, timeZone)}`}</>
  );
}
