import type { OpenRequest } from './desk';
import type { Piece } from './merging';

/** Two requests side by side: which stays as it is asked, and whether it may. */
export type Comparison = {
  readonly stays: OpenRequest;
  readonly goes: OpenRequest;
  /** What of the two is not the same and has to be chosen. */
  readonly differs: readonly Piece[];
  /** Told only by the one that goes. */
  readonly onlyThere: readonly Piece[];
  readonly because: readonly string[];
  /** Why not, in words; null where they can become one. */
  readonly whyNot: string | null;
  readonly whyNotTurned: string | null;
};
