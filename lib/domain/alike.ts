import type { Degree } from './duplicates';
import type { Difference } from './merging';
import type { Stage } from './stages';

/** Told again within hours and linked by the house, or merged by somebody. */
export type MergedWith = {
  readonly number: string;
  readonly by: string;
  readonly at: string;
  readonly isRepeat: boolean;
};

export type MergedHere = MergedWith & { readonly differs: readonly Difference[] };
export type MergedAway = MergedWith & {
  /** Until then it can be taken apart again. */
  readonly until: string;
};

/** Somebody on file who could be the same person, and why. */
export type Alike = {
  readonly number: string;
  /** Null for a surgeon: the other request may not be theirs to see. */
  readonly name: string | null;
  readonly stage: Stage;
  readonly receivedAt: string;
  readonly degree: Degree;
  readonly because: readonly string[];
};
