'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

const OFFERED_FOR = 10_000;
const LOOK_EVERY = 250;

export type Slip = { readonly words: string; readonly undo: () => void };
type Offered = Slip & { readonly until: number };

/** One slip at a time can be taken back, for ten seconds; the clock waits while the hand is on the button. */
export function useUndo() {
  const [offered, setOffered] = useState<Offered | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!offered) return;
    const timer = setInterval(() => {
      const isHeld = button.current !== null && document.activeElement === button.current;
      if (Date.now() > offered.until && !isHeld) setOffered(null);
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [offered]);
  const offer = useCallback((slip: Slip) => setOffered({ ...slip, until: Date.now() + OFFERED_FOR }), []);
  const undo = useCallback(() => {
    offered?.undo();
    setOffered(null);
  }, [offered]);
  return { offered, offer, undo, button };
}
export type Undo = ReturnType<typeof useUndo>;
