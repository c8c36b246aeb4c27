import 'server-only';
import { refuse } from '@/lib/domain/refusal';

/** So many at once and a minute, refilled evenly. Counted in this process: a second instance lets through as many again. */
function bucket(perMinute: number) {
  const held = new Map<string, { readonly left: number; readonly at: number }>();
  /** Whoever was not heard of for a minute is full again, and need not be remembered. */
  const forget = (now: number) => {
    if (held.size < 20_000) return;
    for (const [who, { at }] of held) if (now - at > 60_000) held.delete(who);
    if (held.size >= 20_000) held.clear();
  };
  /** Seconds until this one may go on; 0 is now, and counts. */
  return (who: string): number => {
    const now = performance.now();
    forget(now);
    const { left: last, at } = held.get(who) ?? { left: perMinute, at: now };
    const left = Math.min(perMinute, last + (Math.max(0, now - at) / 60_000) * perMinute);
    if (left < 1) return Math.ceil(((1 - left) * 60) / perMinute);
    held.set(who, { left: left - 1, at: now });
    return 0;
  };
}

/** A clinic's busiest web form sends a few a minute; a program gone wrong sends thousands. */
const INTAKES_A_MINUTE = 600;
const intakes = bucket(INTAKES_A_MINUTE);

/** Before a byte is read, and without a line in the audit: nothing was seen or done, and a program gone wrong comes back at once. */
export function withinLimit(key: string | null): void {
  const seconds = intakes(key ?? '');
  if (seconds > 0)
    refuse('too_many', `At most ${INTAKES_A_MINUTE} a minute with one key.`, [], { retryAfter: seconds });
}

/** A person sends a handful of steps; a household or a waiting room behind one address some dozens. */
const FROM_ONE_ADDRESS = 60;
const addresses = bucket(FROM_ONE_ADDRESS);

/** Before a byte is read, as with keys. How many the public may be together is the gate's to say. */
export function withinPublicLimit(address: string | null): void {
  const seconds = addresses(address ?? '');
  if (seconds > 0)
    refuse('too_many', `Please wait ${seconds} s and send it again. Nothing that was sent before is lost.`, [], {
      retryAfter: seconds,
    });
}

/** A person sends a report and a card; a picture that came out badly is sent again. */
const FROM_ONE_LINK = 12;
const links = bucket(FROM_ONE_LINK);

/** By the link, as it is told: whoever has it shares it. */
export function withinLinkLimit(link: string): void {
  const seconds = links(link);
  if (seconds > 0) refuse('too_many', `Please wait ${seconds} s and send it again.`, [], { retryAfter: seconds });
}

/** Files are held whole while they are looked at: so many at once, of the desk and of the public each. */
const AT_ONCE = 6;
const underWay = { desk: 0, public: 0 };

export async function amongFew<O>(whose: keyof typeof underWay, work: () => Promise<O>): Promise<O> {
  if (underWay[whose] >= AT_ONCE)
    refuse('busy', 'Many files are being sent. Wait a moment and send it again.', [], { retryAfter: 5 });
  underWay[whose] += 1;
  try {
    return await work();
  } finally {
    underWay[whose] -= 1;
  }
}

const strangers = bucket(600);
let untold = 0;

/** Is a refusal of nobody in particular still worth a line of its own? The next that is says how many had none. */
export function strangerLine(): { readonly untold: number } | null {
  if (strangers('') > 0) {
    untold++;
    return null;
  }
  const left = untold;
  untold = 0;
  return { untold: left };
}
