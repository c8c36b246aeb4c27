import type { Count } from './desk';
import type { MailKind, MailState } from './mail';

/** What the desk shows of the clinic's mail. */
export type MailSent = {
  readonly id: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly problem: string | null;
  readonly queuedAt: string;
  readonly sentAt: string | null;
};
export type MailShown = MailSent & {
  readonly attempts: number;
  readonly nextTryAt: string | null;
  /** A person and the number of their request, or a member of staff. */
  readonly to: { readonly name: string; readonly number: string | null };
  readonly letter: { readonly subject: string; readonly text: string };
  readonly maySendAgain: boolean;
  readonly mayLeave: boolean;
};
export type MailList = {
  readonly rows: readonly MailShown[];
  readonly counts: { readonly look: Count; readonly waiting: Count };
  readonly nextCursor: string | null;
  readonly now: string;
};
