'use client';
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Step } from '@/components/request/begin';
import { useClinic } from '@/components/ui/clinic';
import { rememberRow } from '@/components/worklist/last-row';
import type { WorklistItem } from '@/lib/domain/desk';

const SHEET = '(max-width: 1199px)';

/** The row the hand is on, and the one that is looked at beside the list. Its address never changes by it. */
export function usePeek(rows: readonly WorklistItem[]) {
  const { me } = useClinic();
  const [current, setCurrent] = useState<string | null>(null);
  const [peeked, setPeeked] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Step | null>(null);
  const isSheet = useSheet();
  const held = useRef<(() => boolean) | null>(null);
  /** True where something typed in the panel would be lost; the panel says so. */
  const isHeld = () => held.current?.() ?? false;
  const returnTo = useRef<string | null>(null);

  useReturn(peeked, returnTo, me.id);

  function open(number: string): boolean {
    if (number !== peeked && isHeld()) return false;
    setCurrent(number);
    setPeeked(number);
    return true;
  }
  function close() {
    if (isHeld()) return;
    returnTo.current = current;
    setPeeked(null);
  }
  function to(number: string): boolean {
    if (peeked !== null && !open(number)) return false;
    setCurrent(number);
    if (peeked === null || !isSheet) focusRow(number, me.id);
    return true;
  }
  return {
    current,
    setCurrent,
    peeked,
    isSheet,
    held,
    wanted,
    onBegun: () => setWanted(null),
    open,
    close,
    toggle: (number: string) => (peeked === number ? close() : open(number)),
    linkOf,
    /** To the next or previous row; to the first where the hand was on none. */
    step(by: 1 | -1) {
      const at = rows.findIndex((row) => row.number === current);
      const next = rows[at < 0 ? 0 : at + by];
      if (next) to(next.number);
      return rows.length > 0;
    },
    /** To the row after this one, once this one is done. */
    onward(from: string): WorklistItem | 'held' | undefined {
      const next = rows[rows.findIndex((row) => row.number === from) + 1];
      return next && next.number !== from && !to(next.number) ? 'held' : next;
    },
    begin(number: string, step: Step) {
      if (open(number)) setWanted(step);
    },
  };
}
export type Looking = ReturnType<typeof usePeek>;

function linkOf(number: string): HTMLElement | null {
  return document.getElementById(`row-${number}`);
}

/** The link is what a reader hears; a row that cannot be opened takes the focus itself. */
function focusRow(number: string, by: string): void {
  const row = document.querySelector<HTMLElement>(`tr[data-number="${number}"]`);
  (linkOf(number) ?? row)?.focus({ preventScroll: true });
  // Its first cell: a list wider than the window must not slide sideways.
  row?.querySelector('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  rememberRow(number, by);
}

/** In a sheet the list cannot take the focus while the sheet is open: it comes back with its closing. */
function useReturn(peeked: string | null, to: RefObject<string | null>, by: string) {
  useEffect(() => {
    if (peeked !== null || to.current === null) return;
    focusRow(to.current, by);
    to.current = null;
  }, [peeked, to, by]);
}

function useSheet(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(SHEET);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(SHEET).matches,
    () => false,
  );
}
