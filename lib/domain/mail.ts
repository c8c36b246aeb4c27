import type { Consents, Person } from './intake';
import type { Stage } from './stages';
import { type Calendar, dayOf, instantOf, isWorkday } from './working-time';

/** One message to one person: what it is for, where it stands, and whether it may go out at all. */
export const MAIL_KINDS = ['receipt', 'missing_items', 'digest', 'escalation'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
export const MAIL_KIND_WORDS: Record<MailKind, string> = {
  receipt: 'Receipt',
  missing_items: 'Something is missing',
  digest: 'Morning digest',
  escalation: 'Red flag not looked after',
};

/** held: nobody knows whether it went out. not_sent: it may not, or need not, go out. left: somebody decided to let it be. */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'held', 'not_sent', 'left'] as const;
export type MailState = (typeof MAIL_STATES)[number];
/** Each tab is one index. */
export const MAIL_TABS = {
  look: ['failed', 'held'],
  waiting: ['waiting', 'sending'],
  sent: ['sent'],
  unsent: ['not_sent', 'left'],
} as const satisfies Record<string, readonly MailState[]>;
export type MailTab = keyof typeof MAIL_TABS;

export const MAIL_LANGUAGES = ['en', 'es'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** All that a message may tell besides the first name and the number of the request. Never a word about health. */
export type MailFacts = {
  /** ISO date: by when the missing is wished for. */
  readonly by?: string;
  /** Of an escalation: the number of the request. */
  readonly request?: string;
  /** Of a digest: rows of the worklist. */
  readonly mine?: number;
  readonly overdue?: number;
  readonly fresh?: number;
  readonly ready?: number;
  readonly redFlags?: number;
};

const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  no_consent: 'No consent to e-mail',
  no_address: 'No e-mail address',
  do_not_contact: 'Wishes not to be contacted',
  no_account: 'The account is closed',
  not_needed: 'No longer needed when its turn came',
  too_late: 'It had waited too long to still be true',
  nothing_waits: 'Nothing waited that morning',
  unknown_outcome: 'Not known whether it went out',
};
export type NotSent =
  | 'no_consent'
  | 'no_address'
  | 'do_not_contact'
  | 'no_account'
  | 'not_needed'
  | 'too_late'
  | 'nothing_waits';

/** Why it did not go out: the house's own words, or what the mail server answered. */
export const problemWords = (problem: string): string => PROBLEM_WORDS[problem] ?? problem;

/** Of the person behind a request, or of a member of staff. */
export type Recipient =
  | {
      readonly address: string | null;
      readonly consents: Pick<Consents, 'email'>;
      readonly language?: Person['language'];
      readonly doNotContact?: Person['doNotContact'];
    }
  | { readonly address: string; readonly isActive: boolean };

/** Asked when a message is queued, and again when its turn comes: a consent may be taken back in between. */
export function barredFrom(who: Recipient): NotSent | null {
  if ('isActive' in who) return who.isActive ? null : 'no_account';
  if (who.doNotContact === 'yes') return 'do_not_contact';
  if (who.consents.email !== true) return 'no_consent';
  return who.address ? null : 'no_address';
}

/** Hours between two messages about what is missing. */
export const REMIND_AFTER = 24;
export const mayRemindAgain = (last: Date, now: Date) => now.getTime() - last.getTime() >= REMIND_AFTER * 3_600_000;

/** Spanish for who speaks it; everybody else gets English, as on the phone. */
export const languageFor = (who: Recipient): MailLanguage => ('language' in who && who.language === 'es' ? 'es' : 'en');

const MINUTE = 60_000;
const PAUSES = [1, 5, 30, 2 * 60, 12 * 60];
/** A first try that is this late is of no use to anybody: the server may have been set up only now. */
const LATEST = 3 * 24 * 60 * MINUTE;

/** When to try again after so many attempts; null when it is given up. */
export function nextTry(attempts: number, now: Date): Date | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * MINUTE);
}

type Standing = {
  readonly kind: MailKind;
  readonly queuedAt: Date;
  readonly nextTryAt: Date | null;
  readonly stage: Stage | null;
  readonly stageSince: Date | null;
};

/** A slip of the hand is undone before anybody is written to, and nobody is asked for what has arrived. */
export function outdated(mail: Standing, now: Date): NotSent | null {
  if (now.getTime() - (mail.nextTryAt ?? mail.queuedAt).getTime() > LATEST) return 'too_late';
  const isStillAsked = mail.stage === 'awaiting_info' && mail.stageSince !== null && mail.stageSince <= mail.queuedAt;
  return mail.kind === 'missing_items' && !isStillAsked ? 'not_needed' : null;
}

/** Another morning brings another digest. */
export const maySendAgain = ({ kind, state }: { readonly kind: MailKind; readonly state: MailState }): boolean =>
  kind !== 'digest' && ['failed', 'held', 'not_sent', 'left'].includes(state);

export const mayLeave = ({ state }: { readonly state: MailState }): boolean => state === 'failed' || state === 'held';

const MORNING_HOURS = 3;

/** The clinic's day while its morning lasts: the first hours after it opens on a working day. */
export function morningOf(now: Date, calendar: Calendar): string | null {
  const day = dayOf(now, calendar.timeZone);
  const from = instantOf(day, calendar.opens, calendar.timeZone);
  const to = instantOf(day, calendar.opens + MORNING_HOURS, calendar.timeZone);
  return isWorkday(day, calendar) && now >= from && now < to ? day : null;
}
