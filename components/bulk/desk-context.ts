'use client';
import { createContext, useContext } from 'react';

type RowsDesk = {
  /** The row the hand is on, by its number. */
  readonly current: string | null;
  readonly setCurrent: (number: string) => void;
  readonly peeked: string | null;
  readonly maySelect: boolean;
  readonly isSelected: (number: string) => boolean;
  readonly toggle: (number: string) => void;
  readonly selectTo: (number: string) => void;
  readonly onPage: 'all' | 'some' | 'none';
  readonly togglePage: () => void;
};
export const RowsDeskContext = createContext<RowsDesk | null>(null);

export function useRowsDesk(): RowsDesk {
  const desk = useContext(RowsDeskContext);
  if (!desk) throw new Error('useRowsDesk outside the list');
  return desk;
}
