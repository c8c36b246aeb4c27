'use client';
import { createContext, useContext } from 'react';
import classes from './live.module.css';

/** Rows that stay under the reader's hand although the list has them no more. */
export const GoneRows = createContext<ReadonlySet<string>>(new Set());

export function useIsGone(id: string): boolean {
  return useContext(GoneRows).has(id);
}

export function GoneSign({ id }: { id: string }) {
  return useIsGone(id) ? <span className={classes.gone}>no longer on this page</span> : null;
}
