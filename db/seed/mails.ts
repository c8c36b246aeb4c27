import { barredFrom, languageFor, type MailState } from '@/lib/domain/mail';
import { chanceFrom } from './chance';
import type { Lived } from './lives';

const LATEST = 80;
const STILL_WAITING = 6;
/** Places among those that went out, the latest first. */
const FAILED = 9;
const HELD = 14;

/** Receipts of the last weeks: the newest wait, one could not be delivered, of one nobody knows. */
export function mailRows(lived: readonly Lived[]) {
  const latest = [...lived]
    .sort((a, b) => b.birth.at.getTime() - a.birth.at.getTime())
    .filter(({ life }) => life.intake.source.channel !== 'import')
    .slice(0, LATEST);
  let nth = 0;
  return latest.map(({ life: { requestId, intake }, birth: { at, nth: number } }) => {
    const { email = null, language, doNotContact } = intake.person;
    const who = { address: email, consents: intake.consents, language, doNotContact };
    const barred = barredFrom(who);
    const state = barred ? 'not_sent' : stateOf(nth++);
    return {
      id: chanceFrom(number, 8).id(at),
      kind: 'receipt' as const,
      requestId,
      address: email,
      language: languageFor(who),
      dedupeKey: `receipt:${requestId}`,
      queuedAt: at,
      state,
      problem: barred ?? PROBLEMS[state] ?? null,
      attempts: barred || state === 'waiting' ? 0 : 1,
      nextTryAt: state === 'waiting' ? at : null,
      sentAt: state === 'sent' ? new Date(at.getTime() + 4_000) : null,
    };
  });
}

function stateOf(nth: number): MailState {
  if (nth < STILL_WAITING) return 'waiting';
  return nth === FAILED ? 'failed' : nth === HELD ? 'held' : 'sent';
}

const PROBLEMS: Partial<Record<MailState, string>> = { failed: '550 5.1.1 …: no such user', held: 'unknown_outcome' };
