import type { Role } from './permissions';

/** Fields a role does not see. They arrive as null, and the answer says which were held back. */
export const MASKABLE = ['phone', 'secondPhone', 'email', 'postcode', 'insurance'] as const;
export type Maskable = (typeof MASKABLE)[number];

/** Contact is for who calls the person; a surgeon learns of insurance only after deciding. */
export function masksFor(role: Role, isDecided: boolean): readonly Maskable[] {
  if (role === 'coordinator') return [];
  if (role === 'surgeon' && isDecided) return ['phone', 'secondPhone', 'email', 'postcode'];
  if (role === 'manager') return ['phone', 'secondPhone', 'email', 'postcode'];
  return MASKABLE;
}

/** Below this many persons a number could point at one of them; shown as "<11" to those who may not see persons. */
export const SMALLEST_CELL = 11;
