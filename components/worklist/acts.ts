import type { Action } from '@/components/ui/use-save';

/** The commands a row may give without being opened. */
export type RowActs = { readonly assign: Action<unknown>; readonly move: Action<unknown> };
