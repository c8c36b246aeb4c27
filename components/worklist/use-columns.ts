'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { type Action, useSave } from '@/components/ui/use-save';
import {
  arrangedColumns,
  COLUMN_WIDTH,
  type ColumnPlace,
  columnChoices,
  isArranged,
  movedColumn,
} from '@/lib/domain/columns';
import type { ColumnChoice, Density } from '@/lib/domain/preferences';

const PAUSE = 500;

/** The columns as this person likes them; every change is kept once the hand rests. */
export function useColumns(prefer: Action<unknown>) {
  const { preferences } = useClinic();
  const [choices, setChoices] = useState<readonly ColumnChoice[]>(preferences.columns ?? []);
  const [density, setDensity] = useState<Density>(preferences.density ?? 'compact');
  const { save, problem } = useSave(prefer);
  const keep = useRested((wanted: { columns?: readonly ColumnChoice[]; density?: Density }) => void save(wanted));
  const places = useMemo(() => arrangedColumns(choices), [choices]);

  function arrange(next: readonly ColumnPlace[]) {
    const columns = columnChoices(next);
    setChoices(columns);
    keep({ columns });
  }
  return {
    places,
    isArranged: isArranged(choices),
    density,
    problem,
    show: (id: string, isShown: boolean) => arrange(places.map((one) => (one.id === id ? { ...one, isShown } : one))),
    move: (id: string, to: number | string) => arrange(movedColumn(places, id, to)),
    /** Several at once: what one gains its neighbour gives. */
    size: (widths: Readonly<Record<string, number>>) =>
      arrange(places.map((one) => ({ ...one, width: within(widths[one.id] ?? one.width) }))),
    pack(wanted: Density) {
      setDensity(wanted);
      keep({ density: wanted });
    },
    reset() {
      setChoices([]);
      setDensity('compact');
      keep({ columns: [], density: 'compact' });
    },
  };
}
export type Columns = ReturnType<typeof useColumns>;

const within = (width: number) => Math.round(Math.min(COLUMN_WIDTH.most, Math.max(COLUMN_WIDTH.least, width)));

/** Calls once there was a pause, with everything wanted meanwhile. */
function useRested<W extends object>(act: (wanted: W) => void) {
  const waiting = useRef<{ wanted: W; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  // Who leaves at once has chosen all the same.
  useEffect(() => () => void (waiting.current && latest.current(waiting.current.wanted)), []);
  return (wanted: W) => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    const all = { ...waiting.current?.wanted, ...wanted };
    const timer = setTimeout(() => {
      waiting.current = null;
      latest.current(all);
    }, PAUSE);
    waiting.current = { wanted: all, timer };
  };
}
