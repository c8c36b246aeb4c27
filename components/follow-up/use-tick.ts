'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Action, useSave } from '@/components/ui/use-save';

const MAY_UNDO_FOR = 5_000;

/** A tick cannot be taken back once sent, so it is sent a few seconds later, or at once when the page is left. */
export function useTick(followUpId: string, complete: Action<unknown>) {
  const { save, problem } = useSave(complete);
  const [isTicked, setTicked] = useState(false);
  const send = useRef<(() => void) | null>(null);

  const undo = useCallback(() => {
    send.current = null;
    setTicked(false);
  }, []);
  useEffect(() => {
    if (!isTicked) return;
    send.current = async () => {
      send.current = null;
      const result = await save({ followUpId });
      if (!result.ok) setTicked(false);
    };
    const timer = setTimeout(() => send.current?.(), MAY_UNDO_FOR);
    const flush = () => send.current?.();
    window.addEventListener('pagehide', flush);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [isTicked, followUpId, save]);

  return { tick: () => setTicked(true), undo, isTicked, problem };
}
