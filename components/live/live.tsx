'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { hearBell } from './bell';
import { sayEnded } from './ended';
import { LineContext, type Listener } from './line';
import { ReadingsProvider } from './readings';

/** What other people do is heard here, once for all pages. An administrator's pages hold no requests, and hear nothing. */
export function Live({ children }: { children: ReactNode }) {
  const { me } = useClinic();
  const [isOpen, setOpen] = useState(true);
  const [listeners] = useState(() => new Set<Listener>());

  useEffect(() => {
    if (me.role === 'admin') return;
    return hearBell((heard) => {
      if (heard.kind === 'line') setOpen(heard.isOpen);
      if (heard.kind === 'ended') sayEnded(heard.why);
      for (const listener of listeners) listener(heard);
    });
  }, [me.role, listeners]);

  const line = useMemo(
    () => ({
      isOpen,
      subscribe: (listener: Listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    [isOpen, listeners],
  );
  return (
    <LineContext value={line}>
      <ReadingsProvider>{children}</ReadingsProvider>
    </LineContext>
  );
}
