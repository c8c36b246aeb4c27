import type { ViewChoice } from './views';

/** How one member of staff likes the desk. What is absent is as the house has it. */
export type Preferences = {
  /** Single letters as commands; WCAG 2.1.4 wants them to be switched off where they get in the way. */
  readonly hasSingleKeys?: boolean;
  /** A message on working mornings with what waits; coordinators and surgeons get it unless they switch it off. */
  readonly hasDigest?: boolean;
  readonly density?: Density;
  /** Columns of the worklist in their order; one that is not named stands at its usual place. */
  readonly columns?: readonly ColumnChoice[];
  /** Saved views, one's own and the team's, in the order of their tabs. */
  readonly views?: readonly ViewChoice[];
};
export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];
/** Width in CSS pixels. */
export type ColumnChoice = { readonly id: string; readonly isHidden?: boolean; readonly width?: number };
