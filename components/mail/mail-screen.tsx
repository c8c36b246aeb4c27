'use client';
import { useClinic } from '@/components/ui/clinic';
import { LinkButton } from '@/components/ui/link-button';
import { ListHead, ListProgress } from '@/components/ui/list-head';
import { Nothing } from '@/components/ui/nothing';
import { useGoing } from '@/components/ui/use-going';
import { useSlow } from '@/components/ui/use-save';
import { counted } from '@/components/worklist/counted';
import type { MailList } from '@/lib/domain/mail-shown';
import classes from './mail.module.css';
import { type MailActs, MailRow } from './mail-row';

type Props = MailActs & { readonly list: MailList; readonly tab: string; readonly isFirst: boolean };

/** What was written to people: what needs a decision first. */
export function MailScreen({ list, tab, isFirst, ...acts }: Props) {
  const { follow, isPending } = useGoing();
  const isSlow = useSlow(isPending);
  const { sendsMail } = useClinic();
  const { rows, counts, nextCursor, now } = list;
  const tabs = [
    { id: 'look', words: 'Needs a look', count: counted(counts.look), isAlarm: counts.look.value > 0 },
    { id: 'waiting', words: sendsMail ? 'Waiting' : 'Would send', count: counted(counts.waiting) },
    { id: 'sent', words: 'Sent' },
    { id: 'unsent', words: 'Not sent' },
  ].map(({ id, ...one }) => ({ ...one, href: hrefOf(id), isHere: id === tab }));
  return (
    <>
      <ListHead title="Mail" label="Which messages" tabs={tabs} onFollow={follow} />
      {!sendsMail && (
        <p className={classes.notice}>
          No mail server is set up. Nothing is sent: “Would send” shows each message as it would read.
        </p>
      )}
      <ListProgress isOn={isSlow} />
      {rows.length > 0 ? (
        <ul className={classes.list} aria-label="Messages" aria-busy={isPending} data-pending={isPending || undefined}>
          {rows.map((mail) => (
            <MailRow key={mail.id} mail={mail} now={now} {...acts} />
          ))}
        </ul>
      ) : (
        <NothingHere tab={tab} isFirst={isFirst} />
      )}
      {(nextCursor || !isFirst) && (
        <nav className={classes.pager} aria-label="Pages">
          {!isFirst && (
            <LinkButton isQuiet isSmall href={hrefOf(tab)} onClick={follow}>
              First page
            </LinkButton>
          )}
          {nextCursor && (
            <LinkButton isQuiet isSmall href={`${hrefOf(tab)}&cursor=${nextCursor}`} onClick={follow} rel="next">
              Next
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}

const hrefOf = (tab: string) => `/mail?tab=${tab}`;

const NOTHING: Readonly<Record<string, readonly [title: string, words: string]>> = {
  look: ['Nothing needs a look', 'A message that failed, or of which nobody knows whether it went out, stands here.'],
  waiting: ['Nothing waits', 'A message stands here until it is sent.'],
  sent: ['Nothing was sent yet', 'Receipts and requests for what is missing stand here once they are sent.'],
  unsent: ['Everything was sent', 'A message to somebody who did not agree to e-mail stands here, and is not sent.'],
};

function NothingHere({ tab, isFirst }: { tab: string; isFirst: boolean }) {
  const [title, words] = NOTHING[tab] ?? ['Nothing here', ''];
  return isFirst ? <Nothing title={title}>{words}</Nothing> : <Nothing title="That was the last of them" />;
}
