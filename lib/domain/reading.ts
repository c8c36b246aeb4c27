import type { Named } from './desk';

/** A page that is open and seen says so this often. */
export const READING_EVERY = 20_000;
/** After that long without a word nobody is reading there. */
export const READING_LASTS = 60_000;

/** Somebody has this request open. It locks nothing, and ends by itself. */
export type Reading = {
  readonly number: string;
  readonly reader: Named;
  readonly since: string;
  /** Unless they say so again. */
  readonly until: string;
};
export type Readings = { readonly items: readonly Reading[]; readonly now: string };
