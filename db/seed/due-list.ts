import type { Chance } from './chance';
import type { Doer, FollowUpRow } from './rows';
import type { Member } from './staff';

/** The follow-ups of one request, open and done. */
export class DueList {
  readonly rows: FollowUpRow[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly requestId: string,
  ) {}

  add(at: Date, who: Member, dueAt: Date, what: string, staffId: string | null, contactId: string | null = null) {
    const { requestId } = this;
    const done = { doneAt: null, doneBy: null };
    this.rows.push({
      id: this.chance.id(at),
      requestId,
      staffId,
      dueAt,
      what,
      contactId,
      createdBy: who.id,
      createdAt: at,
      ...done,
    });
  }

  /** Ticks off what is open; where a moment is given, what is due by then and every call-back. */
  settle(at: Date, who: Doer, dueBy?: Date): FollowUpRow[] {
    const settled = this.open().filter(({ dueAt, contactId }) => !dueBy || dueAt <= dueBy || contactId);
    for (const row of settled) Object.assign(row, { doneAt: at, doneBy: who.id });
    return settled;
  }

  open(): FollowUpRow[] {
    return this.rows.filter(({ doneAt }) => doneAt === null);
  }

  next(): Date | null {
    return this.open().reduce<Date | null>((first, { dueAt }) => (first && first < dueAt ? first : dueAt), null);
  }
}
