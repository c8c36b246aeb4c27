'use client';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { DraftKind, KeptDraft } from '@/lib/domain/drafts';
import { useClinic } from './clinic';
import type { Keeper } from './draft-keeper';
import { keeperOf } from './draft-keepers';

/** What the clinic held when the page was asked for. */
export const KeptDrafts = createContext<readonly KeptDraft[]>([]);

export type DraftOf = { readonly number: string; readonly kind: DraftKind; readonly about?: string };
export type Draft = Pick<Keeper, 'send' | 'discard' | 'undo' | 'takeNewer' | 'keepThis' | 'isUnsaved'> & {
  readonly state: ReturnType<Keeper['state']>;
  /** Cannot be kept at the clinic for now. */
  readonly isStuck: boolean;
};

/** Was something left half-written here when the page was asked for? */
export function useIsKept(): (kind: DraftKind, about?: string) => boolean {
  const kept = useContext(KeptDrafts);
  return (kind, about = '') => kept.some((one) => one.kind === kind && one.about === about);
}

/** The keeper of a draft and what is typed so far, laid over an empty form: a field that is newer than the draft is there. */
export function useKept<V extends object>({ number, kind, about = '' }: DraftOf, start: V) {
  const { me } = useClinic();
  const kept = useContext(KeptDrafts);
  const [keeper] = useState(() =>
    keeperOf(
      { me: me.id, number, kind, about },
      kept.find((one) => one.number === number && one.kind === kind && one.about === about),
    ),
  );
  return { keeper, atFirst: laidOver(start, keeper.value()) };
}

/** Keeps what a form with values of its own holds. */
export function useDraftOf<V extends object>(
  keeper: Keeper,
  start: V,
  value: V,
  isNothing: boolean,
  put: (value: V) => void,
): Draft {
  const state = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  const isFirst = useRef(true);
  const words = isNothing ? '' : JSON.stringify(value);
  const replace = useEffectEvent((next: unknown) => put(laidOver(start, next)));
  useEffect(() => keeper.attach((next) => replace(next)), [keeper]);
  const tell = useEffectEvent(() => keeper.type(isNothing ? null : value, isFirst.current));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another text is news
  useEffect(() => {
    tell();
    isFirst.current = false;
  }, [keeper, words]);
  const { send, discard, undo, takeNewer, keepThis, isUnsaved } = keeper;
  const acts = { send, discard, undo, takeNewer, keepThis, isUnsaved };
  return { ...acts, state, isStuck: state.status === 'lost' || (state.status === 'elsewhere' && keeper.isUnsaved()) };
}

/** What is typed into a form, kept as a draft until it is sent. */
export function useDraft<V extends object>(
  of: DraftOf,
  start: V,
  isNothing: (typed: V) => boolean = isSame(start),
  stays?: (sent: V) => Partial<V>,
) {
  const { keeper, atFirst } = useKept(of, start);
  const [typed, setTyped] = useState<V>(atFirst);
  const draft = useDraftOf(keeper, start, typed, isNothing(typed), setTyped);
  const type = useCallback((part: Partial<V>) => setTyped((was) => ({ ...was, ...part })), []);
  /** Sends what stands here, then begins anew; what was typed meanwhile stays. */
  const send: Keeper['send'] = async (act) => {
    const result = await draft.send(act);
    if (result.ok) setTyped((was) => (was === typed ? { ...start, ...stays?.(was) } : was));
    return result;
  };
  return { typed, type, draft, send };
}

/** Part by part, so that a field younger than the draft is there and empty. */
function laidOver<V>(start: V, kept: unknown): V {
  if (!isFields(start) || !isFields(kept)) return (kept ?? start) as V;
  const fields = Object.entries(kept).map(([name, value]) => [name, laidOver(start[name], value)]);
  return { ...start, ...Object.fromEntries(fields) };
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame =
  <V>(start: V) =>
  (typed: V) =>
    JSON.stringify(typed) === JSON.stringify(start);
