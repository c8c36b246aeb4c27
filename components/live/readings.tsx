'use client';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { useBell } from './line';
import { type ReadingsStore, readingsStore } from './readings-store';

const ReadingsContext = createContext<ReadingsStore | null>(null);

export function ReadingsProvider({ children }: { children: ReactNode }) {
  const [store] = useState(readingsStore);
  useBell((heard) => heard.kind === 'reading' && store.hear(heard.requests));
  useEffect(() => store.stop, [store]);
  return <ReadingsContext value={store}>{children}</ReadingsContext>;
}

function useStore(): ReadingsStore {
  const store = useContext(ReadingsContext);
  if (!store) throw new Error('useStore outside the desk');
  return store;
}

/** Keeps what is told of these requests fresh while they are on the screen. */
export function useWatch(ids: readonly string[]) {
  const { watch } = useStore();
  const list = ids.join(' ');
  useEffect(() => watch(new Set(list.split(' '))), [watch, list]);
}

/** Who else has it open, and for how many minutes. */
export function useReaders(number: string): readonly { id: string; name: string; minutes: number }[] {
  const { me } = useClinic();
  const store = useStore();
  const { readings, askedAt } = useSyncExternalStore(store.subscribe, store.now, store.now);
  const [, setTick] = useState(0);
  const ofIt = readings.items.filter((one) => one.number === number && one.reader.id !== me.id);
  const asked = Date.parse(readings.now);
  const now = asked + (ofIt.length > 0 ? performance.now() - askedAt : 0);
  const first = Math.min(...ofIt.map(({ until }) => Date.parse(until) - asked).filter((left) => left > now - asked));
  useEffect(() => {
    if (!Number.isFinite(first)) return;
    const timer = setTimeout(() => setTick((ticks) => ticks + 1), askedAt + first - performance.now() + 50);
    return () => clearTimeout(timer);
  }, [first, askedAt]);
  return ofIt
    .filter(({ until }) => Date.parse(until) > now)
    .map(({ reader, since }) => ({
      ...reader,
      minutes: Math.max(0, Math.floor((now - Date.parse(since)) / 60_000)),
    }));
}
