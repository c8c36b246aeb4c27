'use client';
import type { KeptDraft } from '@/lib/domain/drafts';
import { type DraftPlace, drop, keep, newest, type Posted } from './draft-post';
import { leaveAtOnce, sayOver } from './session-pause';

export type DraftState = {
  readonly status:
    | 'nothing'
    | 'restored'
    | 'unsaved'
    | 'saving'
    | 'saved'
    | 'lost'
    | 'elsewhere'
    | 'discarded'
    | 'gone'
    | 'taken';
  /** By the clinic's clock. */
  readonly savedAt: string | null;
};
/** To the other windows: a newer version, or the versions that were sent or discarded. */
export type News = { readonly mark: string; readonly savedAt: string | null } | { readonly gone: readonly string[] };
export type Keeper = ReturnType<typeof makeKeeper>;

const PAUSE = 1_000;
const TRY_AGAIN = [2_000, 5_000, 10_000, 30_000];
const MOST_MARKS = 50;
const NOTHING: DraftState = { status: 'nothing', savedAt: null };

/** Keeps one draft while it is typed, in this window's memory and at the clinic: never on this computer. */
export function makeKeeper(place: DraftPlace, kept: KeptDraft | undefined, tell: (news: News) => void) {
  const wordsOf = (typed: unknown) => (typed === null ? '' : JSON.stringify(typed));
  let state: DraftState = kept ? { status: 'restored', savedAt: kept.savedAt } : NOTHING;
  let value: unknown = kept?.value ?? null;
  let saved = wordsOf(value);
  let mine = kept?.mark ?? '';
  let tried = { words: saved, mark: kept?.mark ?? '' };
  let seen: readonly string[] = kept ? [kept.mark] : [];
  let isKept = Boolean(kept);
  let isHeld = false;
  let before: unknown = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let put: ((value: unknown) => void) | null = null;
  const listeners = new Set<() => void>();

  const show = (status: DraftState['status'], savedAt = state.savedAt) => {
    state = { status, savedAt };
    for (const listener of listeners) listener();
  };
  const isUnsaved = () => wordsOf(value) !== saved;
  const sees = (mark: string) => {
    if (!seen.includes(mark)) seen = [...seen, mark].slice(-MOST_MARKS);
  };
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void push(), wait);
  };

  /** What is typed now; null is nothing. Telling the same again changes nothing. */
  function typed(next: unknown, isFirst = false) {
    const words = wordsOf(next);
    if (words === wordsOf(value)) return;
    // A form may know a field that its draft did not: nobody typed that.
    const isAsSaved = !isUnsaved();
    value = next;
    if (isFirst && isAsSaved) saved = words;
    if (isFirst) return;
    if (state.status === 'elsewhere') return show('elsewhere');
    if (!isUnsaved()) return show(value === null ? 'nothing' : 'saved');
    show('unsaved');
    later(PAUSE);
  }

  async function push(): Promise<void> {
    clearTimeout(timer);
    if (running) return running;
    if (isHeld || !isUnsaved() || state.status === 'elsewhere') return;
    running = attempt().finally(() => {
      running = null;
      if (state.status === 'unsaved') later(PAUSE);
    });
    return running;
  }

  async function attempt() {
    const words = wordsOf(value);
    if (tried.words !== words) tried = { words, mark: crypto.randomUUID() };
    if (state.status !== 'discarded' && state.status !== 'gone') show('saving');
    if (value !== null) sees(tried.mark);
    const posted =
      value === null ? await drop(place, seen) : await keep(place, value, { mark: tried.mark, seen, isKept });
    heard(posted, words);
  }

  function heard(posted: Posted, words: string) {
    if (posted.is === 'not_mine') return leaveAtOnce('/sign-in');
    if (posted.is === 'signed_out') sayOver();
    if (posted.is === 'elsewhere') return show('elsewhere', posted.newerAt);
    if (posted.is !== 'kept') {
      show('lost');
      if (posted.is === 'lost') later(TRY_AGAIN[Math.min(failures++, TRY_AGAIN.length - 1)] ?? PAUSE);
      return;
    }
    failures = 0;
    saved = words;
    isKept = words !== '';
    mine = tried.mark;
    tell(isKept ? { mark: mine, savedAt: posted.savedAt } : { gone: seen });
    if (isUnsaved()) show('unsaved');
    else if (value !== null) show('saved', posted.savedAt);
    else if (state.status !== 'discarded' && state.status !== 'gone') show('nothing', null);
  }

  /** Gives the form another text; what stood there can be brought back. */
  function replace(next: unknown, status: DraftState['status'], savedAt: string | null) {
    before = value;
    value = next;
    put?.(next);
    show(status, savedAt);
  }
  function spent() {
    clearTimeout(timer);
    value = null;
    saved = '';
    isKept = false;
    show('nothing', null);
    tell({ gone: seen });
  }

  return {
    place,
    state: () => state,
    value: () => value,
    seen: () => seen,
    isUnsaved,
    typed,
    push,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The form that shows it, while there is one. */
    attach(form: (value: unknown) => void) {
      put = form;
      return () => {
        if (put === form) put = null;
        void push();
      };
    },
    /** Gives it to the clinic as what it became: the draft goes in the same breath, so nothing is kept meanwhile. */
    async send<R extends { readonly ok: boolean }>(act: (draft: { draft?: readonly string[] }) => Promise<R>) {
      await Promise.race([running?.then(push) ?? push(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
      isHeld = true;
      const result = await act(seen.length > 0 ? { draft: seen } : {});
      isHeld = false;
      if (result.ok) spent();
      else if (isUnsaved() && state.status !== 'elsewhere') later(PAUSE);
      return result;
    },
    discard() {
      replace(null, 'discarded', null);
      void push();
    },
    undo() {
      const back = before;
      put?.(back);
      typed(back);
    },
    /** Another window's version, read from the clinic. */
    async takeNewer() {
      const found = await newest(place);
      if (!found) return;
      sees(found.mark);
      isKept = true;
      saved = wordsOf(found.value);
      replace(found.value, 'taken', found.savedAt);
    },
    async keepThis() {
      const found = await newest(place);
      if (found) sees(found.mark);
      isKept = Boolean(found);
      saved = found ? wordsOf(found.value) : '';
      show('unsaved');
      await push();
    },
    /** Another window kept, sent or discarded it. */
    heardElsewhere(news: News) {
      if (isUnsaved()) return;
      if ('mark' in news) return seen.includes(news.mark) ? undefined : show('elsewhere', news.savedAt);
      if (!isKept || !news.gone.includes(mine)) return;
      saved = '';
      isKept = false;
      replace(null, 'gone', null);
    },
  };
}
