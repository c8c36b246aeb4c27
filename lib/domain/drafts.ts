/** What may lie half-written: one draft of each for a person and a request, a note's addenda and the intake's parts apart. */
export const DRAFT_KINDS = ['note', 'contact', 'follow_up', 'decision', 'amendment', 'part', 'entry'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** Stands where a request's number would, for the phone entry of somebody who has none yet. */
export const NEW_REQUEST = 'new';

const DAY = 86_400_000;
/** A draft nobody went on with is forgotten after this long. */
export const DRAFT_LIFE = 30 * DAY;
/** More than the whole phone entry with the longest report can be. */
export const LONGEST_DRAFT = 300_000;
/** Of one person on one request. */
export const MOST_DRAFTS = 60;

export type KeptDraft = {
  readonly number: string;
  readonly kind: DraftKind;
  /** The note an addendum belongs to, the part that is corrected, or '' */
  readonly about: string;
  readonly value: unknown;
  /** Of this very version: another window's save has another. */
  readonly mark: string;
  readonly savedAt: string;
};

/** May what a window types go over what is stored? Only over what that window has seen. */
export function mayGoOver(
  stored: { readonly mark: string } | undefined,
  typed: { readonly mark: string; readonly seen: readonly string[]; readonly isKept: boolean },
): boolean {
  if (!stored) return !typed.isKept;
  return stored.mark === typed.mark || typed.seen.includes(stored.mark);
}
