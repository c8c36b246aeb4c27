import type { MergedAway, MergedHere } from './alike';
import type { DecisionDraft, IMAGES_REVIEWED_ON, Verdict } from './candidacy';
import type { Clocks } from './clocks';
import type { MissingItem } from './completeness';
import type { ConsentShown } from './consents';
import type { DocumentShown } from './documents';
import type { EventFacts, EventKind } from './events';
import type { ContactChannel, ContactOutcome, DueState } from './follow-up';
import type {
  CareTried,
  Complaint,
  Consents,
  Fitness,
  Imaging,
  Insurance,
  Person,
  PriorSurgery,
  Region,
  Report,
  SEXES,
  Source,
  SourceChannel,
} from './intake';
import type { MailSent } from './mail-shown';
import type { Maskable } from './masks';
import type { StaffRole } from './permissions';
import type { RedFlag, RedFlagAnswers, Urgency } from './red-flags';
import type { AllowedAction } from './request';
import type { Stage, Turn } from './stages';

/** What the desk shows. Instants are ISO strings in UTC, days ISO dates; the same shapes leave by page and by API. */
export const VIEWS = ['red-flags', 'new', 'mine', 'awaiting-info', 'ready', 'follow-ups-due', 'all'] as const;
export type View = (typeof VIEWS)[number];
export const VIEW_WORDS: Record<View, string> = {
  'red-flags': 'Red flags',
  new: 'New',
  mine: 'My queue',
  'awaiting-info': 'Awaiting info',
  ready: 'Ready for surgeon',
  'follow-ups-due': 'Follow-ups due',
  all: 'All',
};
export const SORTS = ['due', 'received', 'name', 'stage'] as const;
export type Sort = (typeof SORTS)[number];
/** A leading minus is descending. */
export type SortOrder = Sort | `-${Sort}`;

export type StaffName = { readonly id: string; readonly name: string; readonly role: StaffRole };
export type Named = { readonly id: string; readonly name: string };

export type WorklistItem = {
  readonly id: string;
  readonly number: string;
  readonly stage: Stage;
  readonly urgency: Urgency;
  readonly person: { readonly name: string; readonly age: number; readonly sexAtBirth: (typeof SEXES)[number] | null };
  readonly complaint: { readonly region: Region; readonly summary: string };
  readonly missing: readonly MissingItem[];
  /** Codes of what the person was asked for, while it is awaited. */
  readonly askedFor: readonly string[];
  /** A red flag of class E or S waits for a clinician. */
  readonly isAlarm: boolean;
  /** Since when, who has it in hand since when, and since when the managers have. */
  readonly alarm: {
    readonly since: string;
    readonly acknowledgedAt: string | null;
    readonly escalatedAt: string | null;
  } | null;
  /** Words of the staff about the work, not about the person. */
  readonly tags: readonly string[];
  readonly turn: Turn | null;
  readonly assignedTo: Named | null;
  readonly receivedAt: string;
  /** Since when it is in this stage. */
  readonly stageSince: string;
  readonly clocks: Clocks;
  readonly dueAt: string | null;
  readonly nextFollowUpAt: string | null;
  readonly lastContactAt: string | null;
  readonly verdict: Verdict | null;
  readonly sourceChannel: SourceChannel;
  readonly version: number;
  readonly allowedActions: readonly AllowedAction[];
};

/** The whole number up to ten thousand; beyond that it says so. */
export type Count = { readonly value: number; readonly isExact: boolean };
export const EXACT_TO = 10_000;
/** Of rows counted up to one more than that. */
export const countOf = (rows: number): Count => ({ value: Math.min(rows, EXACT_TO), isExact: rows <= EXACT_TO });

export type WorklistPage = {
  /** Open red flags of class E and S, whatever the filter. Only on the first page. */
  readonly pinned: readonly WorklistItem[];
  readonly items: readonly WorklistItem[];
  readonly nextCursor: string | null;
  readonly counts: Readonly<Record<View, Count>>;
  /** Rows that the filter finds in this view. */
  readonly found: Count;
  /** The words looked for. */
  readonly search: string | null;
  /** Staff a request can be given to. */
  readonly staff: readonly StaffName[];
  readonly now: string;
};

export type DecisionShown = DecisionDraft & {
  readonly id: string;
  readonly version: number;
  readonly imagesReviewedOn: (typeof IMAGES_REVIEWED_ON)[number];
  readonly amendReason: string | null;
  readonly surgeon: Named;
  readonly at: string;
  /** The viewer wrote it and may amend it. */
  readonly mayAmend: boolean;
};

export type StreamItem = {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly id: string | null; readonly name: string };
  /** The number it was written under, where that one was merged into this. */
  readonly of: string | null;
} & (
  | { readonly kind: 'note'; readonly text: string; readonly addendumTo: string | null; readonly mayAddend: boolean }
  | {
      readonly kind: 'contact';
      readonly channel: ContactChannel;
      readonly outcome: ContactOutcome;
      readonly text: string | null;
      readonly nextAt: string | null;
    }
  | {
      readonly kind: 'event';
      readonly event: EventKind;
      readonly from: Stage | null;
      readonly to: Stage | null;
      readonly reason: string | null;
      readonly facts: EventFacts;
    }
);

export type FollowUpShown = {
  readonly id: string;
  readonly what: string;
  readonly dueAt: string;
  readonly dueState: DueState;
  readonly owner: Named | null;
  readonly doneAt: string | null;
};

export type OpenRequest = WorklistItem & {
  readonly person: WorklistItem['person'] & Omit<Person, 'phone' | 'sexAtBirth'> & { readonly phone: string | null };
  /** Fields held back from this role; they are null or absent. */
  readonly masked: readonly Maskable[];
  readonly complaint: WorklistItem['complaint'] & Complaint;
  readonly consents: Consents;
  readonly redFlags: RedFlagAnswers;
  readonly flags: readonly RedFlag[];
  readonly conservativeCare: readonly CareTried[];
  readonly imaging: readonly Imaging[];
  readonly report: Report | null;
  readonly priorSurgery: PriorSurgery | null;
  readonly fitness: Fitness | null;
  readonly insurance: Insurance | null;
  readonly source: Source;
  readonly coordinator: Named | null;
  readonly surgeon: Named | null;
  readonly claimedAt: string | null;
  /** Files that stand beside it, latest first; an insurance card only for whom the insurance is. */
  /** What was agreed to or declined, latest first. */
  readonly consentLines: readonly ConsentShown[];
  readonly documents: readonly DocumentShown[];
  readonly mayAddFiles: boolean;
  /** Latest first. */
  readonly decisions: readonly DecisionShown[];
  /** Notes, contact attempts and events in one, latest first. */
  readonly stream: readonly StreamItem[];
  readonly followUps: readonly FollowUpShown[];
  /** Latest first; none for who does not see the clinic's mail. */
  readonly mails: readonly MailSent[];
  /** What this became part of; its own page only says so. */
  readonly mergedInto: MergedAway | null;
  /** What became part of this and tells otherwise, newest first; of many repeats the latest twenty. */
  readonly mergedHere: readonly MergedHere[];
  /** How many in all. */
  readonly mergedCount: number;
  readonly staff: readonly StaffName[];
  readonly now: string;
};

/** The surgeon's screen: the request in hand, or what could be taken. */
export type Review = {
  readonly inHand: OpenRequest | null;
  /** Requests free to claim or reserved for this surgeon. */
  readonly waiting: number;
  readonly mostUrgent: Urgency | null;
  /** Decided by this surgeon since the clinic's day began. */
  readonly decidedToday: number;
};

export type FollowUpRow = FollowUpShown & {
  readonly request: {
    readonly number: string;
    readonly name: string;
    readonly stage: Stage;
    readonly urgency: Urgency;
    readonly isAlarm: boolean;
    readonly verdict: Verdict | null;
  };
  readonly attempts: number;
  readonly lastContact: { readonly at: string; readonly outcome: ContactOutcome } | null;
};
export type FollowUpList = {
  readonly overdue: number;
  readonly today: number;
  readonly rows: readonly FollowUpRow[];
  readonly nextCursor: string | null;
  readonly staff: readonly StaffName[];
  readonly now: string;
};
