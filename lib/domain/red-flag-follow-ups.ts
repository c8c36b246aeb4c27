/** What is asked of a sign once somebody has it, or is not sure. Kept beside the answers of the script, by a code of its own. */
export type FollowUpQuestion = {
  readonly code: string;
  /** The question of the script that it hangs on. */
  readonly of: string;
  readonly kind: FollowUpKind;
  readonly ask: string;
};
export type FollowUpKind = 'NEW' | 'SEEN' | 'FAST' | 'BOTH' | 'FALLS' | 'IMAGED';

const ASK: Record<FollowUpKind, string> = {
  NEW: 'New, or worse, in the last two weeks?',
  SEEN: 'Has a clinician examined it since it began?',
  FAST: 'Has it come on within hours or days?',
  BOTH: 'On both sides?',
  FALLS: 'Have they fallen because of it?',
  IMAGED: 'Has it been X-rayed or scanned since?',
};
/** A yes to these says that somebody has looked; to all others, that it is graver. */
const CALMING: readonly FollowUpKind[] = ['SEEN', 'IMAGED'];

const MORE: Readonly<Record<string, readonly FollowUpKind[]>> = {
  CES1: ['SEEN'],
  CES2: ['SEEN'],
  CES3: ['SEEN'],
  CES4: ['SEEN'],
  CES5: ['SEEN'],
  MOT1: ['FAST', 'BOTH'],
  MYE2: ['FALLS'],
  FRX1: ['IMAGED'],
};

/** "New or worse in the last two weeks" of every sign; the rest where the class depends on it. */
export function followUpsOf(code: string): FollowUpQuestion[] {
  return (['NEW', ...(MORE[code] ?? [])] as const).map((kind) => ({
    code: `${code}_${kind}`,
    of: code,
    kind,
    ask: ASK[kind],
  }));
}

/** Is a yes to it good news? */
export const isCalming = (code: string) => CALMING.some((kind) => code.endsWith(`_${kind}`));
