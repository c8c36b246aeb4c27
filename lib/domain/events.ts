import type { Verdict } from './candidacy';
import type { MissingItem } from './completeness';
import type { DocumentKind } from './documents';
import type { ContactChannel, ContactOutcome } from './follow-up';
import type { SourceChannel } from './intake';
import type { Urgency } from './red-flags';

export const EVENT_KINDS = [
  'received',
  'moved',
  'corrected',
  'assigned',
  'tagged',
  'undone',
  'decided',
  'amended',
  'noted',
  'contacted',
  'follow_up_set',
  'follow_up_done',
  'withdrawal_asked',
  'acknowledged',
  'escalated',
  'raised',
  'reminded',
  'repeated',
  'merged',
  'unmerged',
  'document_added',
  'document_removed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What an event carries besides who, when and from where to where. Never free text about the person. */
export type EventFacts = {
  readonly source?: SourceChannel;
  readonly missing?: readonly MissingItem[];
  readonly dueAt?: string;
  readonly staffId?: string | null;
  readonly staffName?: string | null;
  readonly verdict?: Verdict;
  readonly reasons?: readonly string[];
  readonly decisionVersion?: number;
  readonly channel?: ContactChannel;
  readonly outcome?: ContactOutcome;
  readonly overridden?: readonly MissingItem[];
  /** Of a class raised by hand: from which to which. */
  readonly urgency?: { readonly from: Urgency; readonly to: Urgency };
  /** Tags put on and taken off. */
  readonly tagged?: readonly string[];
  readonly untagged?: readonly string[];
  /** Of an undoing: the number of the event that no longer counts. */
  readonly undoes?: number;
  /** Of a merge, a repeat and an un-merge: the number of the other request. */
  readonly other?: string;
  /** Of an un-merge: what somebody changed since and therefore stays. */
  readonly kept?: readonly string[];
  /** Of a file that was added or removed: what it is. */
  readonly document?: DocumentKind;
  /** The parts of the intake that a correction changed. */
  readonly parts?: readonly string[];
  /** Of a correction: each changed part as it was before. Kept so that the earlier answer stays visible. */
  readonly before?: Readonly<Record<string, unknown>>;
};
