'use client';
import { Button, Textarea } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { BackLink } from '@/components/request/back-link';
import { Notice } from '@/components/request/notice';
import { messageAt, ProblemNote } from '@/components/request/problem-note';
import { StageChip, UrgencyChip } from '@/components/ui/chip';
import { LinkButton } from '@/components/ui/link-button';
import { type Action, useSave } from '@/components/ui/use-save';
import { When } from '@/components/ui/when';
import type { Comparison } from '@/lib/domain/comparison';
import type { OpenRequest } from '@/lib/domain/desk';
import classes from './duplicates.module.css';
import { PieceRow } from './piece-row';
import { RedFlagsBoth } from './red-flags-both';

type Props = { readonly both: Comparison; readonly merge: Action<unknown> };

/** Two requests side by side: one stays, and of what differs it is chosen piece by piece which is right. */
export function MergeScreen({ both, merge }: Props) {
  const router = useRouter();
  const { stays, goes, differs, because } = both;
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set(both.onlyThere));
  const [reason, setReason] = useState('');
  const { save, isSaving, problem } = useSave(merge);

  async function send(event: FormEvent) {
    event.preventDefault();
    const result = await save({
      number: stays.number,
      version: stays.version,
      with: goes.number,
      withVersion: goes.version,
      take: differs.filter((piece) => taken.has(piece)),
      reason,
    });
    if (result.ok) router.push(`/requests/${stays.number}`);
  }
  function choose(piece: string, isTaken: boolean) {
    const next = new Set(taken);
    if (isTaken) next.add(piece);
    else next.delete(piece);
    setTaken(next);
  }

  return (
    <article className={classes.screen}>
      <BackLink />
      <h1>One person?</h1>
      <p>
        {because.length > 0 ? `They have the ${because.join(', ')}.` : 'Nothing on file says that they are one person.'}
      </p>
      <div className={classes.sides}>
        <Whose request={stays} words="stays" />
        <Whose request={goes} words="becomes part of it" />
      </div>
      <Direction both={both} />
      <form onSubmit={send} noValidate className={classes.form}>
        <RedFlagsBoth both={both} />
        {differs.map((piece) => (
          <PieceRow
            key={piece}
            piece={piece}
            both={both}
            isTaken={taken.has(piece)}
            isFixed={both.whyNot !== null}
            choose={choose}
          />
        ))}
        {differs.length === 0 && <p className={classes.soft}>Everything else is told alike.</p>}
        {both.whyNot === null && (
          <div className={classes.send}>
            <Textarea
              label="Why they are one person"
              autosize
              minRows={2}
              value={reason}
              error={messageAt(problem, 'reason', reason)}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <ProblemNote problem={problem} version={stays.version} shownAtFields={['reason']} />
            <Button type="submit" loading={isSaving}>
              Make them one: {stays.number}
            </Button>
            <p className={classes.soft}>
              {goes.number} is closed and still found by its number; notes, calls and follow-ups go on here. For 30 days
              they can be taken apart again.
            </p>
          </div>
        )}
      </form>
    </article>
  );
}

function Whose({ request, words }: { request: OpenRequest; words: string }) {
  return (
    <div className={classes.side}>
      <Link href={`/requests/${request.number}`} prefetch={false}>
        {request.number}
      </Link>{' '}
      {words}
      <div>
        <b>{request.person.name}</b>, {request.person.age}
      </div>
      <div className={classes.acts}>
        <StageChip stage={request.stage} />
        <UrgencyChip urgency={request.urgency} />
        <span className={classes.soft}>
          received <When at={request.receivedAt} now={request.now} />
        </span>
      </div>
    </div>
  );
}

/** The other way round, where it may be; where it may not, why. */
function Direction({ both: { stays, goes, whyNot, whyNotTurned } }: { both: Comparison }) {
  return (
    <>
      {whyNot !== null && <Notice tone="amber">{whyNot}</Notice>}
      {whyNotTurned === null && (
        <div className={classes.acts}>
          <LinkButton isQuiet isSmall href={`/requests/${goes.number}/merge?with=${stays.number}`}>
            Let {goes.number} stay instead
          </LinkButton>
        </div>
      )}
    </>
  );
}
