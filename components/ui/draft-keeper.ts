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

const PAUSE = 1_000;
const TRY_AGAIN = [2_000, 5_000, 10_000, 30_000];
const MOST_MARKS = 50;
const NEVER = { words: '', mark: '' };
const LONGEST_WAIT = 3_000;

/** Keeps one draft while it is typed, in this window's memory and at the clinic: never on this computer. */
export class Keeper {
  private now: DraftState = { status: 'nothing', savedAt: null };
  private typed: unknown = null;
  /** What the clinic holds, as words; '' is nothing. */
  private saved = '';
  private mine = '';
  /** A try without an answer may have arrived: trying the same words again is the same version. */
  private tried = NEVER;
  private marks: readonly string[] = [];
  private isKept = false;
  private isHeld = false;
  private isInDoubt = false;
  private before: unknown = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private put: ((value: unknown) => void) | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly place: DraftPlace,
    kept: KeptDraft | undefined,
    private readonly tell: (news: News) => void,
  ) {
    if (!kept) return;
    this.now = { status: 'restored', savedAt: kept.savedAt };
    this.typed = kept.value;
    this.saved = wordsOf(kept.value);
    this.mine = kept.mark;
    this.marks = [kept.mark];
    this.isKept = true;
  }

  readonly state = () => this.now;
  readonly value = () => this.typed;
  readonly seen = () => this.marks;
  readonly isUnsaved = () => wordsOf(this.typed) !== this.saved;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The form that shows it, while there is one. */
  attach(form: (value: unknown) => void) {
    this.put = form;
    return () => {
      if (this.put === form) this.put = null;
      void this.push();
    };
  }

  /** What is typed now; null is nothing. Telling the same again changes nothing. */
  type(next: unknown, isFirst = false) {
    const words = wordsOf(next);
    if (words === wordsOf(this.typed)) return;
    // A form may know a field that its draft did not: nobody typed that.
    const isAsSaved = !this.isUnsaved();
    this.typed = next;
    if (isFirst && isAsSaved) this.saved = words;
    if (isFirst) return;
    if (this.now.status === 'elsewhere') return this.show('elsewhere');
    if (!this.isUnsaved()) return this.show(next === null ? 'nothing' : 'saved');
    this.show('unsaved');
    this.later(PAUSE);
  }

  push(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) return this.running;
    if (this.isHeld || !this.isUnsaved() || this.now.status === 'elsewhere') return Promise.resolve();
    this.running = this.attempt().finally(() => {
      this.running = null;
      if (this.now.status === 'unsaved') this.later(PAUSE);
    });
    return this.running;
  }

  /** Gives it to the clinic as what it became: the draft goes in the same breath, so nothing is kept meanwhile. */
  readonly send = async <R extends { readonly ok: boolean }>(
    act: (spent: { draft?: readonly string[] }) => Promise<R>,
  ): Promise<R> => {
    const isSettled = this.running?.then(() => this.push()) ?? this.push();
    await Promise.race([isSettled, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
    this.isHeld = true;
    const sent = wordsOf(this.typed);
    const result = await act(this.marks.length > 0 ? { draft: this.marks } : {});
    this.isHeld = false;
    if (result.ok) this.spend(sent);
    else this.isInDoubt = true;
    if (!result.ok && this.isUnsaved() && this.now.status !== 'elsewhere') this.later(PAUSE);
    return result;
  };

  readonly discard = () => {
    this.replace(null, 'discarded', null);
    void this.push();
  };

  readonly undo = () => {
    const { before } = this;
    this.put?.(before);
    this.type(before);
  };

  /** Another window's version, read from the clinic. */
  readonly takeNewer = async () => {
    const found = await newest(this.place);
    if (!found) return;
    this.sees(found.mark);
    this.mine = found.mark;
    this.isKept = true;
    this.saved = wordsOf(found.value);
    this.replace(found.value, 'taken', found.savedAt);
  };

  readonly keepThis = async () => {
    const found = await newest(this.place);
    if (found) this.sees(found.mark);
    this.isKept = Boolean(found);
    this.saved = found ? wordsOf(found.value) : '';
    this.show('unsaved');
    await this.push();
  };

  /** Another window kept, sent or discarded it. */
  heardElsewhere(news: News) {
    if (this.isUnsaved()) return;
    if ('mark' in news) return this.marks.includes(news.mark) ? undefined : this.show('elsewhere', news.savedAt);
    if (!this.isKept || !news.gone.includes(this.mine)) return;
    this.saved = '';
    this.isKept = false;
    this.replace(null, 'gone', null);
  }

  private async attempt() {
    const { typed } = this;
    const words = wordsOf(typed);
    if (this.tried.words !== words) this.tried = { words, mark: crypto.randomUUID() };
    const { mark } = this.tried;
    if (!this.isUndoable()) this.show('saving');
    if (typed !== null) this.sees(mark);
    const { marks: seen, isKept } = this;
    this.heard(
      typed === null ? await drop(this.place, seen) : await keep(this.place, typed, { mark, seen, isKept }),
      words,
      mark,
    );
  }

  private heard(posted: Posted, words: string, mark: string) {
    if (posted.is === 'not_mine') return leaveAtOnce('/sign-in');
    if (posted.is === 'signed_out') sayOver();
    if (posted.is === 'elsewhere') return this.show('elsewhere', posted.newerAt);
    if (posted.is !== 'kept') {
      this.show('lost');
      if (posted.is === 'lost') this.later(TRY_AGAIN[Math.min(this.failures++, TRY_AGAIN.length - 1)] ?? PAUSE);
      return;
    }
    this.failures = 0;
    this.tried = NEVER;
    this.saved = words;
    this.isKept = words !== '';
    this.mine = mark;
    this.tell(this.isKept ? { mark, savedAt: posted.savedAt } : { gone: this.marks });
    if (this.isUnsaved()) this.show('unsaved');
    else if (this.typed !== null) this.show('saved', posted.savedAt);
    else if (!this.isUndoable()) this.show('nothing', null);
  }

  /** Gives the form another text; what stood there can be brought back. */
  private replace(next: unknown, status: DraftState['status'], savedAt: string | null) {
    this.before = this.typed;
    this.typed = next;
    this.put?.(next);
    this.show(status, savedAt);
  }

  private spend(sent: string) {
    clearTimeout(this.timer);
    const isMore = wordsOf(this.typed) !== sent;
    // An earlier try may have arrived without its answer, and a draft been kept after it.
    if (this.isInDoubt) void drop(this.place, this.marks);
    this.isInDoubt = false;
    if (!isMore) this.typed = null;
    this.saved = '';
    this.isKept = false;
    this.show(isMore ? 'unsaved' : 'nothing', null);
    this.tell({ gone: this.marks });
    if (isMore) this.later(PAUSE);
  }

  private show(status: DraftState['status'], savedAt = this.now.savedAt) {
    this.now = { status, savedAt };
    for (const listener of this.listeners) listener();
  }

  private later(wait: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.push(), wait);
  }

  private sees(mark: string) {
    if (!this.marks.includes(mark)) this.marks = [...this.marks, mark].slice(-MOST_MARKS);
  }

  private isUndoable = () => this.now.status === 'discarded' || this.now.status === 'gone';
}

const wordsOf = (typed: unknown) => (typed === null ? '' : JSON.stringify(typed));
