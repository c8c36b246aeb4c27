import type { MissingItem } from '@/lib/domain/completeness';
import type { EventFacts, EventKind } from '@/lib/domain/events';
import type { Stage } from '@/lib/domain/stages';

/** Who did it: a member, or the web form, a partner's program, the house. */
export type Doer = { readonly id: string | null; readonly name: string };
export type Ask = { reason?: string; missing?: readonly MissingItem[]; dueAt?: Date };
export type Kept = { id: string; requestId: string; at: Date };
export type EventRow = {
  requestId: string;
  kind: EventKind;
  fromStage: Stage | null;
  toStage: Stage | null;
  actorId: string | null;
  actorName: string;
  reason: string | null;
  facts: EventFacts;
  version: number;
  at: Date;
};
export type FollowUpRow = {
  id: string;
  requestId: string;
  staffId: string | null;
  dueAt: Date;
  what: string;
  contactId: string | null;
  createdBy: string | null;
  createdAt: Date;
  doneAt: Date | null;
  doneBy: string | null;
};
