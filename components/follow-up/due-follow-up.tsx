'use client';
import Link from 'next/link';
import { StageChip, UrgencyChip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import type { Action } from '@/components/ui/use-save';
import { fullTime, overdue, shortTime, When } from '@/components/ui/when';
import { VERDICT_WORDS } from '@/lib/domain/candidacy';
import type { FollowUpRow } from '@/lib/domain/desk';
import { OUTCOME_WORDS } from '@/lib/domain/follow-up';
import { may } from '@/lib/domain/permissions';
import classes from './follow-up.module.css';
import { useTick } from './use-tick';

export function DueFollowUp({ row, now, complete }: { row: FollowUpRow; now: string; complete: Action<unknown> }) {
  const { me, timeZone } = useClinic();
  const { tick, undo, isTicked, problem } = useTick(row.id, complete);
  const { what, dueAt, dueState, owner, request, attempts, lastContact } = row;
  const left = Date.parse(dueAt) - Date.parse(now);
  const mayTick = may({ ...me, sessionId: null }, 'follow_up.complete', { staffId: owner?.id });
  return (
    <tr role="row" data-ticked={isTicked || undefined}>
      <td role="cell" data-column="due">
        <time
          dateTime={dueAt}
          title={fullTime(dueAt, timeZone)}
          className={dueState === 'overdue' ? classes.late : classes.soon}
        >
          {left < 0 ? overdue(left) : shortTime(dueAt, now, timeZone)}
        </time>
      </td>
      <td role="cell" data-column="what">
        {what}
        <ProblemLine problem={problem} />
      </td>
      <td role="cell" data-column="who">
        <Link href={`/requests/${request.number}`} prefetch={false} className={classes.person} title={request.number}>
          {request.name}
        </Link>
      </td>
      <td role="cell" data-column="stage">
        <StageChip stage={request.stage} /> {request.isAlarm && <UrgencyChip urgency={request.urgency} />}
        {request.verdict && (
          <span className={`${classes.soft} ${classes.verdict}`}>{VERDICT_WORDS[request.verdict]}</span>
        )}
      </td>
      <td role="cell" data-column="attempts">
        {attempts}
      </td>
      <td role="cell" data-column="last">
        {lastContact ? (
          <>
            {OUTCOME_WORDS[lastContact.outcome]}{' '}
            <span className={classes.soft}>
              <When at={lastContact.at} now={now} />
            </span>
          </>
        ) : (
          <span className={classes.soft}>Not tried yet</span>
        )}
      </td>
      <td role="cell" data-column="owner" data-mine={owner?.id === me.id || undefined}>
        {owner ? owner.id === me.id ? 'You' : owner.name : <span className={classes.soft}>Nobody</span>}
      </td>
      <td role="cell" data-column="done">
        {isTicked ? (
          <span role="status" className={classes.done}>
            ✓ Done {/* The second press of a double click was meant for what stood here before. */}
            <PlainButton isQuiet isSmall autoFocus onClick={(event) => event.detail < 2 && undo()}>
              Undo
            </PlainButton>
          </span>
        ) : (
          mayTick && (
            <PlainButton isQuiet isSmall onClick={tick} aria-label={`Done: ${what}, ${request.name}`}>
              ✓ Done
            </PlainButton>
          )
        )}
      </td>
    </tr>
  );
}
