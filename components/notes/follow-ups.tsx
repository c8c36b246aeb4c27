'use client';
import { UnstyledButton } from '@mantine/core';
import type { Act } from '@/components/request/acts';
import { ProblemNote } from '@/components/request/problem-note';
import { useClinic } from '@/components/ui/clinic';
import { useSave } from '@/components/ui/use-save';
import { When } from '@/components/ui/when';
import type { FollowUpShown, OpenRequest } from '@/lib/domain/desk';
import { may } from '@/lib/domain/permissions';
import classes from './notes.module.css';

/** What is still to be done for this person, the next first. */
export function FollowUps({ request, complete }: { request: OpenRequest; complete: Act }) {
  const open = request.followUps.filter(({ doneAt }) => doneAt === null);
  if (open.length === 0) return null;
  return (
    <section aria-label="Open follow-ups" className={classes.followUps}>
      <h2 className={classes.heading}>Follow-ups</h2>
      <ul>
        {open.map((followUp) => (
          <OpenFollowUp key={followUp.id} followUp={followUp} now={request.now} complete={complete} />
        ))}
      </ul>
    </section>
  );
}

const DUE = { overdue: classes.late, today: classes.soon, later: classes.soft } as const;

function OpenFollowUp({ followUp, now, complete }: { followUp: FollowUpShown; now: string; complete: Act }) {
  const { save, isSaving, problem } = useSave(complete);
  const { me } = useClinic();
  const { id, what, dueAt, dueState, owner } = followUp;
  const mayComplete = may({ ...me, sessionId: null }, 'follow_up.complete', { staffId: owner?.id });
  return (
    <li>
      {mayComplete ? (
        <UnstyledButton
          className={classes.tick}
          disabled={isSaving}
          aria-label={`Done: ${what}`}
          title="Done"
          onClick={() => save({ followUpId: id })}
        >
          ✓
        </UnstyledButton>
      ) : (
        <span aria-hidden>·</span>
      )}
      <span>
        {what}{' '}
        <span className={DUE[dueState]}>
          {dueState === 'overdue' ? 'overdue since ' : ''}
          <When at={dueAt} now={now} />
        </span>
        {owner && <span className={classes.soft}> · {owner.name}</span>}
      </span>
      <ProblemNote problem={problem} />
    </li>
  );
}
