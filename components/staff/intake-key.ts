import type { Action } from '@/components/ui/use-save';
import type { SourceChannel } from '@/lib/domain/intake';
import type { KeyState, Overlap } from '@/lib/domain/keys';

export type IntakeKey = {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly isSigning: boolean;
  readonly channel: SourceChannel | null;
  readonly label: string | null;
  readonly state: KeyState;
  readonly createdByName: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  /** What it was proven by before, while that still opens. */
  readonly formers: readonly { readonly hint: string; readonly endsAt: string; readonly lastUsedAt: string | null }[];
};

export type GivenSecret = { readonly id: string; readonly key: string };

/** The commands this page may give. */
export type KeyActs = {
  readonly create: Action<GivenSecret>;
  readonly rotate: Action<GivenSecret>;
  readonly revoke: Action<unknown>;
};

export const CHANNEL_WORDS: Record<SourceChannel, string> = {
  web: 'Web',
  phone: 'Phone',
  referral: 'Referral',
  walk_in: 'Walk-in',
  import: 'Import',
  api: 'Another program',
};

export const OVERLAP_WORDS: Record<Overlap, string> = {
  day: '24 hours',
  hour: '1 hour',
  week: '7 days',
  none: 'No time: it ends at once',
};

/** How the program is told to use what it is given. */
export function adviceFor(isSigning: boolean, id: string): string {
  return isSigning
    ? `Put it into the program's settings now: it is not shown again, and the program never sends it. It signs each request with it and names itself by “X-Foramen-Key: ${id}”. How is written at /api/v1/docs.`
    : "Put it into the program's settings now: it is not shown again. The program sends it as “Authorization: Bearer …”.";
}
export const secretLabel = (isSigning: boolean) => (isSigning ? 'Signing secret' : 'Intake key');
