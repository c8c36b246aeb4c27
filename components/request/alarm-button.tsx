'use client';
import { Button } from '@mantine/core';
import { useSave } from '@/components/ui/use-save';
import { Since } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import type { Act } from './acts';
import { ProblemNote } from './problem-note';
import classes from './request.module.css';

type Props = { readonly request: OpenRequest; readonly acknowledge: Act };

/** Says who looks after a red flag. It stays on top until a clinician has answered. */
export function AlarmButton({ request, acknowledge }: Props) {
  const { save, isSaving, problem } = useSave(acknowledge);
  if (!request.allowedActions.some(({ action }) => action === 'alarm.acknowledge')) return null;
  return (
    <>
      <Button color="red" loading={isSaving} onClick={() => save({ number: request.number })}>
        I look after this red flag
      </Button>
      <div className={classes.actProblem}>
        <ProblemNote problem={problem} version={request.version} />
      </div>
    </>
  );
}

/** Whose it is, and since when. */
export function AlarmStanding({ request: { alarm, now } }: { request: OpenRequest }) {
  if (!alarm) return null;
  if (alarm.acknowledgedAt)
    return (
      <span>
        <span className={classes.soft}>Red flag looked after since</span> <Since at={alarm.acknowledgedAt} now={now} />
      </span>
    );
  return (
    <span className={classes.late}>
      {alarm.escalatedAt ? 'Red flag passed to the managers' : 'Nobody looks after the red flag'}, told{' '}
      <Since at={alarm.since} now={now} /> ago
    </span>
  );
}
