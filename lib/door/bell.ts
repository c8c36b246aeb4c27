import 'server-only';
import { eventsAfter, ownersOf, sessionsNow } from '@/db/bell';
import { openLine } from '@/db/bell-line';
import { HEARTBEAT, message } from '@/lib/adapters/bell';
import { type Batch, both, changesFor, type Ending, isHeard, type Mark, markSaid } from '@/lib/domain/bell';
import { type Actor, may } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { sessionState } from '@/lib/domain/session';

/** One who listens: a stream of one session. */
export type Listener = {
  readonly actor: Actor;
  readonly tell: (bytes: Uint8Array) => void;
  readonly end: (why: Ending) => void;
};
type Kept = Listener & {
  mark: Mark;
  /** What rang while it was still being told of earlier events; null once it is even with the rest. */
  held: Batch[] | null;
};

const AT_ONCE = 500;
/** One who missed more asks everything again instead. */
const MOST_MISSED = 20_000;
const MOST_OF_A_SESSION = 6;
const MOST_OF_AN_INSTANCE = 2_000;
const BEAT_EVERY = 15_000;
const CHECK_EVERY = 30_000;
/** A ring may be lost with its line; an event must not be. */
const LOOK_EVERY = 10_000;

type Bell = {
  readonly listeners: Set<Kept>;
  /** Requests whose readers changed and of which nobody was told yet. */
  readonly read: Set<string>;
  mark: Mark | null;
  isRung: boolean;
  isLooking: boolean;
  isClosing: boolean;
};
/** Next loads modules once a bundle: the bell is kept where all of them find it. */
const kept = globalThis as typeof globalThis & { foramenBell?: Bell };

/** From `mark` on, everything once: first what was missed, then what rings. Returns how to leave. */
export function join(listener: Listener, mark: Mark): () => void {
  const bell = theBell();
  const ofSession = [...bell.listeners].filter(({ actor }) => actor.sessionId === listener.actor.sessionId);
  if (bell.isClosing || bell.listeners.size >= MOST_OF_AN_INSTANCE) refuse('busy', 'Nobody more can listen here now.');
  if (ofSession.length >= MOST_OF_A_SESSION)
    refuse('too_many', `This session listens ${MOST_OF_A_SESSION} times already.`, [], { retryAfter: 30 });
  const one: Kept = { ...listener, mark, held: [] };
  bell.listeners.add(one);
  void catchUp(bell, one).catch(() => one.end('closing'));
  return () => {
    bell.listeners.delete(one);
    if (bell.listeners.size === 0) bell.mark = null;
  };
}

/** What rings meanwhile is held, so that nothing falls between what was missed and what is new. */
async function catchUp(bell: Bell, one: Kept): Promise<void> {
  bell.mark ??= one.mark;
  let missed = 0;
  for (let isMore = true; isMore && missed < MOST_MISSED; ) {
    const batch = await eventsAfter(one.mark, AT_ONCE);
    offer(one, batch);
    missed += batch.rows.length;
    isMore = batch.isMore;
  }
  if (missed >= MOST_MISSED && bell.mark) {
    one.mark = both(one.mark, bell.mark);
    one.tell(message('reset', {}, markSaid(one.mark)));
  }
  const { held } = one;
  one.held = null;
  for (const batch of held ?? []) offer(one, batch);
  void look(bell);
}

/** Tells what of it was not heard yet. */
function offer(one: Kept, { rows, mark }: Batch): void {
  const fresh = rows.filter(({ xid }) => !isHeard(one.mark, xid));
  one.mark = both(one.mark, mark);
  if (fresh.length > 0) one.tell(message('changed', changesFor(one.actor, fresh), markSaid(one.mark)));
}

/** Reads what is new, once for all, and again while it keeps ringing. A database that is gone is asked again later. */
async function look(bell: Bell): Promise<void> {
  bell.isRung = true;
  if (bell.isLooking) return;
  bell.isLooking = true;
  while (bell.isRung && bell.mark && bell.listeners.size > 0) {
    bell.isRung = false;
    const batch = await eventsAfter(bell.mark, AT_ONCE).catch(() => null);
    if (!batch || !bell.mark) break;
    bell.mark = both(bell.mark, batch.mark);
    if (batch.isMore) bell.isRung = true;
    for (const one of bell.listeners) one.held ? one.held.push(batch) : offer(one, batch);
  }
  bell.isLooking = false;
}

function theBell(): Bell {
  kept.foramenBell ??= hang();
  return kept.foramenBell;
}

function hang(): Bell {
  const bell: Bell = {
    listeners: new Set(),
    read: new Set(),
    mark: null,
    isRung: false,
    isLooking: false,
    isClosing: false,
  };
  const line = openLine({
    ring: (word) => ring(bell, word),
    // What rang while the line was down was not heard.
    open: () => {
      ring(bell, 'event');
      ring(bell, 'session');
    },
  });
  const every = (milliseconds: number, act: () => void) => setInterval(act, milliseconds).unref();
  every(LOOK_EVERY, () => void look(bell));
  every(CHECK_EVERY, () => void checkSessions(bell));
  every(BEAT_EVERY, () => bell.listeners.forEach(({ tell }) => void tell(HEARTBEAT)));
  const close = () => {
    bell.isClosing = true;
    line();
    for (const { end } of [...bell.listeners]) end('closing');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, close);
  return bell;
}

function ring(bell: Bell, word: string): void {
  if (bell.listeners.size === 0) return;
  const [what, id] = word.split(' ');
  if (what === 'event') void look(bell);
  if (what === 'session') void checkSessions(bell);
  if (what === 'reading' && id) {
    bell.read.add(id);
    if (bell.read.size === 1) setImmediate(() => void tellReadings(bell));
  }
}

/** Role and session as they are now: a listener that is no more who it was hears nothing further. */
async function checkSessions(bell: Bell): Promise<void> {
  const ids = [...new Set([...bell.listeners].flatMap(({ actor }) => actor.sessionId ?? []))];
  const found = ids.length > 0 ? await sessionsNow(ids).catch(() => null) : null;
  if (!found) return;
  const sessions = new Map(found.map((session) => [session.id, session]));
  const now = new Date();
  for (const { actor, end } of [...bell.listeners]) {
    const session = sessions.get(actor.sessionId ?? '');
    const state = session ? sessionState(session, now) : 'revoked';
    if (session && session.role !== actor.role && state === 'open') end('role_changed');
    else if (state !== 'open') end(state);
  }
}

/** Only who may open a request is told that its readers changed. */
async function tellReadings(bell: Bell): Promise<void> {
  const ids = [...bell.read];
  bell.read.clear();
  const owners = await ownersOf(ids).catch(() => []);
  for (const { actor, tell } of bell.listeners) {
    const told = owners.filter((owner) => may(actor, 'request.open', owner)).map(({ id }) => id);
    if (told.length > 0) tell(message('reading', told));
  }
}
