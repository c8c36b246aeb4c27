'use client';
import { createContext, useContext } from 'react';
import type { Action } from '@/components/ui/use-save';

/** The commands a row may give without being opened. */
export type RowActs = { readonly assign: Action<unknown>; readonly move: Action<unknown> };
type Rows = { readonly now: string; readonly acts: RowActs };

export const RowsContext = createContext<Rows | null>(null);

/** What every row knows. */
export function useRows(): Rows {
  const rows = useContext(RowsContext);
  if (!rows) throw new Error('useRows outside the worklist');
  return rows;
}
