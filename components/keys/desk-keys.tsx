'use client';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { useSave } from '@/components/ui/use-save';
import type { Find } from '@/components/worklist/search-box';
import { BINDINGS, isSingle, type KeyId } from './bindings';
import { Places } from './places';
import { isFree, pressedKey } from './pressed';
import { type Command, type Handler, type Keys, KeysContext, type Prefer } from './use-keys';

const Palette = lazy(() => import('./palette').then((held) => ({ default: held.Palette })));
const Sheet = lazy(() => import('./sheet').then((held) => ({ default: held.Sheet })));
const SECOND_WITHIN = 1_500;

type Props = { readonly prefer: Prefer; readonly find: Find; readonly children: ReactNode };

/** One listener for the whole desk. */
export function DeskKeys({ prefer, find, children }: Props) {
  const [front, setFront] = useState<'palette' | 'sheet' | null>(null);
  const single = useSingleKeys(prefer);
  const held = useHeld();
  const { listen, offer, live, commands, press } = held;
  const { isOn, set, isSaved, problem } = single;
  const keys = useMemo(
    (): Keys => ({
      listen,
      offer,
      live,
      commands,
      hasSingleKeys: isOn,
      setSingleKeys: set,
      isSaved,
      problem,
      open: setFront,
    }),
    [listen, offer, live, commands, isOn, set, isSaved, problem],
  );
  useEffect(() => listen('palette', () => setFront('palette')), [listen]);
  useEffect(() => listen('sheet', () => setFront('sheet')), [listen]);
  useEffect(() => {
    const sequence = { first: '', at: 0 };
    const pressed = (event: KeyboardEvent) => {
      const key = pressedKey(event);
      if (key === null || (event.repeat === true && key !== 'j' && key !== 'k' && !key.startsWith('Arrow'))) return;
      const isSecond = sequence.first !== '' && Date.now() - sequence.at < SECOND_WITHIN;
      const said = isSecond ? `${sequence.first} ${key}` : key;
      sequence.first = '';
      const binding = BINDINGS.find(({ keys: known }) => (known as readonly string[]).includes(said));
      if (!binding) {
        const isFirst = BINDINGS.some((one) => one.keys.some((known) => known.startsWith(`${key} `)));
        const starts = { ...BINDINGS[0], isInFields: undefined, keys: [key] };
        if (isOn && isFirst && isFree(starts, key, event)) Object.assign(sequence, { first: key, at: Date.now() });
        return;
      }
      if (!isOn && isSingle(said)) return;
      if (isFree({ ...binding, keys: [key] }, key, event) && press(binding.id, event)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [isOn, press]);
  const close = useCallback(() => setFront(null), []);
  return (
    <KeysContext value={keys}>
      <Places />
      {children}
      <Suspense>
        {front === 'palette' && <Palette find={find} onClose={close} />}
        {front === 'sheet' && <Sheet onClose={close} />}
      </Suspense>
    </KeysContext>
  );
}

/** Who listens and what the palette may offer; nothing of it is drawn until somebody asks. */
function useHeld() {
  const handlers = useRef<{ id: KeyId; handler: Handler }[]>([]);
  const offers = useRef<(() => readonly Command[])[]>([]);
  return useMemo(() => {
    const kept =
      <T,>(list: { current: T[] }) =>
      (one: T) => {
        list.current = [one, ...list.current];
        return () => {
          list.current = list.current.filter((other) => other !== one);
        };
      };
    const keep = kept(handlers);
    return {
      listen: (id: KeyId, handler: Handler) => keep({ id, handler }),
      offer: kept(offers),
      live: () => new Set(handlers.current.map(({ id }) => id)),
      commands: () => offers.current.flatMap((offer) => offer()),
      press: (id: KeyId, event?: KeyboardEvent) =>
        handlers.current.some((one) => one.id === id && one.handler(event) !== false),
    };
  }, []);
}

/** Each person's own switch; it works at once and is kept on the server. */
function useSingleKeys(prefer: Prefer) {
  const { preferences } = useClinic();
  const stored = preferences.hasSingleKeys !== false;
  const [isOn, setOn] = useState(stored);
  const { save, isSaved, problem } = useSave(prefer);
  useEffect(() => setOn(stored), [stored]);
  const set = useCallback(
    async (hasSingleKeys: boolean) => {
      setOn(hasSingleKeys);
      const { ok } = await save({ hasSingleKeys });
      if (!ok) setOn(!hasSingleKeys);
    },
    [save],
  );
  return { isOn, set, isSaved, problem: problem ? `${problem.title}. ${problem.detail}` : null };
}
