import { z } from 'zod';
import { countDueFollowUps, type FollowUpFilter, listDueFollowUps } from '@/db/follow-ups';
import { listAssignable } from '@/db/staff-names';
import type { FollowUpList } from '@/lib/domain/desk';
import type { ContactOutcome } from '@/lib/domain/follow-up';
import { followUpShown } from '@/lib/domain/open-request';
import { staffIdOf } from '@/lib/domain/permissions';
import { saidNumber } from '@/lib/domain/request';
import { dayOf, instantOf } from '@/lib/domain/working-time';
import { cursorOf, placeOf } from '@/lib/door/cursor';
import { opening } from '@/lib/door/door';

const PAGE = 50;

/** What is due by the end of the clinic's day, and what was due before. */
export const listFollowUps = opening({
  action: 'follow_up.list',
  input: z.strictObject({
    owner: z.literal(['me', 'nobody', 'all']).or(z.uuid()).default('me'),
    cursor: z.string().max(1_500).optional(),
  }),

  async run({ tx, actor, now, clinic, shown }, { cursor, ...question }): Promise<FollowUpList> {
    const place = cursor ? placeOf(question, cursor) : null;
    const filter: FollowUpFilter = {
      owner: question.owner === 'me' ? staffIdOf(actor) : question.owner,
      onlySurgeon: actor.role === 'surgeon' ? staffIdOf(actor) : null,
      dueBy: instantOf(dayOf(now, clinic.timeZone), 24, clinic.timeZone),
      after: place && { dueAt: place.value, id: place.id },
      limit: PAGE + 1,
    };
    const [rows, counts, staff] = await Promise.all([
      listDueFollowUps(tx, filter),
      countDueFollowUps(tx, filter, now),
      listAssignable(tx),
    ]);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    shown([...new Set(page.map(({ requestId }) => requestId))]);
    return {
      ...counts,
      rows: page.map((row) => ({
        ...followUpShown({ ...row, doneAt: null }, now, clinic.timeZone),
        request: {
          number: saidNumber(row.number),
          name: `${row.firstName} ${row.lastName}`,
          stage: row.stage,
          urgency: row.urgency,
          isAlarm: row.alarmSince !== null,
          verdict: row.verdict,
        },
        attempts: row.attempts,
        lastContact:
          row.lastAt && row.lastOutcome
            ? { at: new Date(row.lastAt).toISOString(), outcome: row.lastOutcome as ContactOutcome }
            : null,
      })),
      nextCursor: rows.length > PAGE && last ? cursorOf(question, { value: last.place, id: last.id }) : null,
      staff,
      now: now.toISOString(),
    };
  },
});
