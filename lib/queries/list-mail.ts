import { z } from 'zod';
import { countMails, listMails, type MailRow } from '@/db/mails';
import { countOf, EXACT_TO } from '@/lib/domain/desk';
import { MAIL_TABS, type MailTab, mayLeave, maySendAgain, problemWords } from '@/lib/domain/mail';
import type { MailList, MailShown } from '@/lib/domain/mail-shown';
import { letterFrom } from '@/lib/domain/mail-words';
import { saidNumber } from '@/lib/domain/request';
import { cursorOf, placeOf } from '@/lib/door/cursor';
import { opening } from '@/lib/door/door';
import { linkAsRead } from '@/lib/door/mail-link';

const PAGE = 50;

/** What the clinic wrote, would write, or could not: latest first, each as it reads. */
export const listMail = opening({
  action: 'mail.list',
  input: z.strictObject({
    tab: z.enum(Object.keys(MAIL_TABS) as [MailTab, ...MailTab[]]).default('look'),
    cursor: z.string().max(1_500).optional(),
  }),

  async run({ tx, now, shown }, { cursor, ...question }): Promise<MailList> {
    const [rows, look, waiting] = await Promise.all([
      listMails(tx, question.tab, cursor ? placeOf(question, cursor) : null, PAGE + 1),
      countMails(tx, 'look', EXACT_TO + 1),
      countMails(tx, 'waiting', EXACT_TO + 1),
    ]);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    shown([...new Set(page.flatMap(({ requestId }) => requestId ?? []))]);
    return {
      rows: page.map(mailShown),
      counts: { look: countOf(look), waiting: countOf(waiting) },
      nextCursor: rows.length > PAGE && last ? cursorOf(question, { value: last.place, id: last.id }) : null,
      now: now.toISOString(),
    };
  },
});

function mailShown(row: MailRow): MailShown {
  const number = row.number === null ? null : saidNumber(row.number);
  const { subject, text } = letterFrom(row.kind, row.language, {
    firstName: row.firstName,
    number,
    facts: row.facts,
    link: linkAsRead(row),
  });
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    problem: row.problem && problemWords(row.problem),
    attempts: row.attempts,
    queuedAt: row.queuedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextTryAt: row.state === 'waiting' ? (row.nextTryAt?.toISOString() ?? null) : null,
    to: { name: row.staffName ?? `${row.firstName} ${row.lastName}`, number },
    letter: { subject, text },
    maySendAgain: maySendAgain(row),
    mayLeave: mayLeave(row),
  };
}
