import type { Consents, Person } from './intake';

export const CONTACT_CHANNELS = ['phone', 'text', 'email', 'letter', 'in_person'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

type Reachable = {
  readonly consents: Consents;
  readonly person: Pick<Person, 'mayLeaveVoicemail' | 'doNotContact'>;
};

/** What the person said no to in this way of reaching them; a call that must not be made is seen before it is dialled. */
export function refusalsOf({ consents, person }: Reachable, channel: string): string[] {
  const asked = {
    phone: ['calls', consents.phone],
    text: ['texts', consents.text],
    email: ['e-mail', consents.email],
  } as const;
  const [what, given] = asked[channel as keyof typeof asked] ?? [];
  return [
    ...(person.doNotContact === 'yes' ? ['not to be contacted'] : []),
    ...(what && given === false ? [`no to ${what}`] : []),
    ...(channel === 'phone' && person.mayLeaveVoicemail === 'no' ? ['no voicemail'] : []),
  ];
}

/** The first way that was not refused; a letter always is one. */
export function firstChannelOf({ consents }: Pick<Reachable, 'consents'>): ContactChannel {
  const { phone, text, email } = consents;
  if (phone !== false) return 'phone';
  if (text) return 'text';
  return email ? 'email' : 'letter';
}

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
