'use client';
import { useEffect, useRef, useState } from 'react';
import { Readers } from '@/components/live/readers';
import { Tags } from '@/components/tags/tags';
import { StageChip, UrgencyChip } from '@/components/ui/chip';
import { useClinic } from '@/components/ui/clinic';
import { Waits } from '@/components/ui/waits';
import { Since, When } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import { STAGE_WORDS, type Stage } from '@/lib/domain/stages';
import { dayOf } from '@/lib/domain/working-time';
import type { RequestActs } from './acts';
import { AlarmButton, AlarmStanding } from './alarm-button';
import { AskThese } from './ask-these';
import { AssignMenu } from './assign-menu';
import { BackLink } from './back-link';
import { Completeness } from './completeness';
import { MoveButtons } from './move-buttons';
import type { Editing } from './part-section';
import { Copy } from './phone';
import { RaiseButton } from './raise-button';
import classes from './request.module.css';
import { said, sexLetter } from './words';

type Props = { readonly request: OpenRequest; readonly acts: RequestActs; readonly editing: Editing };

export function RequestHeader({ request, acts, editing }: Props) {
  const may = (action: string) => request.allowedActions.some((one) => one.action === action);
  const { person, now } = request;
  const { title, moved } = useMoved(request.stage);
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <BackLink />
        <h1 ref={title} tabIndex={-1}>
          {person.name}, {person.age} {sexLetter(person.sexAtBirth)}
        </h1>
        <p className={classes.soft}>
          <span className={classes.copied}>
            {request.number}
            <Copy text={request.number} what="number" />
          </span>
          {' · '}
          {request.complaint.summary}
          {' · '}
          {request.source.sentBy ?? said(request.source.channel).toLowerCase()}, received{' '}
          <When at={request.receivedAt} now={now} />
        </p>
      </div>
      <div className={classes.acts}>
        <AlarmButton request={request} acknowledge={acts.acknowledge} />
        <MoveButtons request={request} move={acts.move} />
        {may('request.assign') && request.stage !== 'in_review' && (
          <AssignMenu request={request} assign={acts.assign} />
        )}
      </div>
      <div className={classes.standing}>
        <StageChip stage={request.stage} />
        <span role="status" className={classes.unseen}>
          {moved}
        </span>
        <UrgencyChip urgency={request.urgency} />
        <RaiseButton request={request} raise={acts.raise} />
        <AlarmStanding request={request} />
        <span>
          <span className={classes.soft}>{request.clocks.until ? 'Waited' : 'Waiting'}</span>{' '}
          <Waits receivedAt={request.receivedAt} clocks={request.clocks} />
          {', '}
          <span className={classes.soft}>in this stage</span> <Since at={request.stageSince} now={now} />
        </span>
        <Due request={request} />
        <span>
          <span className={classes.soft}>Owner</span> {request.assignedTo?.name ?? 'nobody'}
        </span>
        <Readers id={request.id} number={request.number} />
        <a href="#talk" className={classes.toTalk}>
          Notes and calls
        </a>
        <Completeness
          missing={request.missing}
          askedFor={request.askedFor}
          onComplete={may('request.correct') ? editing.start : undefined}
        />
        <AskThese request={request} move={acts.move} remind={acts.remind} />
        <Tags number={request.number} tags={request.tags} mayTag={may('request.tag')} tag={acts.tag} />
      </div>
    </header>
  );
}

/** A move takes its own button away: the keyboard goes to the title, and the new stage is said. */
function useMoved(stage: Stage) {
  const title = useRef<HTMLHeadingElement>(null);
  const [first] = useState(stage);
  const [moved, setMoved] = useState('');
  useEffect(() => {
    if (stage === first && moved === '') return;
    setMoved(`Now in ${STAGE_WORDS[stage].toLowerCase()}`);
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) title.current?.focus({ preventScroll: true });
  }, [stage, first, moved]);
  return { title, moved };
}

/** Red once it has passed, amber on its day; the words say it too. */
function Due({ request: { dueAt, now } }: { request: OpenRequest }) {
  const { timeZone } = useClinic();
  if (dueAt === null) return null;
  const isOver = dueAt < now;
  const isToday = dayOf(new Date(dueAt), timeZone) === dayOf(new Date(now), timeZone);
  return (
    <span className={isOver ? classes.late : isToday ? classes.soon : undefined}>
      {isOver ? (
        <>
          Overdue <Since at={dueAt} now={now} />
        </>
      ) : (
        <>
          <span className={classes.soft}>Due</span> <When at={dueAt} now={now} />
        </>
      )}
    </span>
  );
}
