export const CONTACT_CHANNELS = ['phone', 'text', 'email', 'letter', 'in_person'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** `told_answer` is the one that counts as informed. */
export const CONTACT_OUTCOMES = [
  'told_answer',
  'reached',
  'left_message',
  'no_answer',
  'wrong_number',
  'message_sent',
  'call_back',
  'declined',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];
export const OUTCOME_WORDS: Record<ContactOutcome, string> = {
  told_answer: 'Told the answer',
  reached: 'Reached',
  left_message: 'Left a message',
  no_answer: 'No answer',
  wrong_number: 'Wrong number',
  message_sent: 'Message sent',
  call_back: 'Asked to call back',
  declined: 'Declined',
};

const UNREACHED: readonly ContactOutcome[] = ['no_answer', 'wrong_number', 'left_message', 'message_sent'];

/** A call that reached nobody leaves what was due standing, unless it set the next date. */
export function settles(outcome: ContactOutcome, hasNext: boolean): boolean {
  return hasNext || !UNREACHED.includes(outcome);
}

export type DueState = 'overdue' | 'today' | 'later';

/** Overdue once its moment has passed; today until the clinic's day ends. `today` and the day of `dueAt` are ISO dates of the clinic. */
export function dueState(dueAt: Date, dueDay: string, now: Date, today: string): DueState {
  if (dueAt < now) return 'overdue';
  return dueDay <= today ? 'today' : 'later';
}
