'use client';
import { createContext, useContext, useEffect, useEffectEvent, useRef } from 'react';
import type { Action } from '@/components/ui/use-save';
import type { KeyId } from './bindings';

/** False: not here, not now; another listener may take it. */
export type Handler = (event?: KeyboardEvent) => unknown;
export type Handlers = Partial<Record<KeyId, Handler>>;
/** A line of the palette. */
export type Command = {
  readonly id: string;
  readonly words: string;
  readonly group: string;
  readonly key?: KeyId;
  readonly run: () => void;
};
export type Prefer = Action<unknown>;

export type Keys = {
  readonly listen: (id: KeyId, handler: Handler) => () => void;
  readonly offer: (commands: () => readonly Command[]) => () => void;
  /** What this page answers to at this moment. */
  readonly live: () => ReadonlySet<KeyId>;
  readonly commands: () => readonly Command[];
  readonly hasSingleKeys: boolean;
  readonly setSingleKeys: (isOn: boolean) => void;
  readonly isSaved: boolean;
  readonly problem: string | null;
  readonly open: (what: 'palette' | 'sheet') => void;
};
export const KeysContext = createContext<Keys | null>(null);

export function useDeskKeys(): Keys {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error('useDeskKeys outside the desk');
  return keys;
}

/** Answers to keys while it is on the page; the latest to come is asked first. */
export function useKeys(handlers: Handlers): void {
  const { listen } = useDeskKeys();
  const pressed = useEffectEvent((id: KeyId, event?: KeyboardEvent) => handlers[id]?.(event));
  const ids = Object.keys(handlers).join(' ');
  useEffect(() => {
    const stops = ids.split(' ').map((id) => listen(id as KeyId, (event) => pressed(id as KeyId, event)));
    return () => {
      for (const stop of stops) stop();
    };
  }, [ids, listen]);
}

/** Puts lines into the palette while it is on the page. */
export function useCommands(commands: readonly Command[]): void {
  const { offer } = useDeskKeys();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  }, [commands]);
  useEffect(() => offer(() => latest.current), [offer]);
}
