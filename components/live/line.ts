'use client';
import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { Heard } from './bell';

export type Listener = (heard: Heard) => unknown;
type Line = { readonly isOpen: boolean; readonly subscribe: (listener: Listener) => () => void };

export const LineContext = createContext<Line>({ isOpen: true, subscribe: () => () => {} });

export function useLine(): boolean {
  return useContext(LineContext).isOpen;
}

/** Called with all that is heard while the component stands. */
export function useBell(act: Listener): void {
  const { subscribe } = useContext(LineContext);
  const hear = useEffectEvent(act);
  useEffect(() => subscribe((heard) => hear(heard)), [subscribe]);
}
