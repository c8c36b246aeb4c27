'use client';
import { useState } from 'react';
import { Documents } from '@/components/documents/documents';
import { MergedNotice } from '@/components/duplicates/merged-notice';
import { PerhapsSame } from '@/components/duplicates/perhaps-same';
import { ToldAgain } from '@/components/duplicates/told-again';
import { useLiveRefresh } from '@/components/live/use-live-refresh';
import { useReading } from '@/components/live/use-reading';
import { MailOf } from '@/components/mail/mail-of';
import { FollowUps } from '@/components/notes/follow-ups';
import { Stream } from '@/components/notes/stream';
import { WritingDesk } from '@/components/notes/writing-desk';
import { LinkButton } from '@/components/ui/link-button';
import { useIsKept } from '@/components/ui/use-draft';
import type { Alike } from '@/lib/domain/alike';
import type { OpenRequest } from '@/lib/domain/desk';
import type { RequestActs } from './acts';
import { Decisions } from './decisions';
import { type Editing, PartSection } from './part-section';
import type { Part } from './parts/draft';
import { FIRST_FIELD, PART_WORDS } from './parts/parts';
import { RaisedFlags, RedFlagsShown } from './red-flags';
import classes from './request.module.css';
import { RequestHeader } from './request-header';
import { RequestKeys } from './request-keys';
import {
  CareShown,
  ComplaintShown,
  ConsentsShown,
  FitnessShown,
  ImagingShown,
  ReportShown,
  SurgeryShown,
} from './shown-parts';
import { InsuranceShown, PersonShown, SourceShown } from './shown-person';

type Props = { readonly request: OpenRequest; readonly alike: readonly Alike[]; readonly acts: RequestActs };

/** One request on one screen: what it is, what is on file, what was said and done. */
export function RequestScreen({ request, alike, acts }: Props) {
  const editing = useEditing();
  useReading(request.number);
  useLiveRefresh((changed) => changed === request.id);
  const at = { request, editing, correct: acts.correct };
  return (
    <article className={classes.screen}>
      <RequestKeys request={request} />
      <RequestHeader request={request} acts={acts} editing={editing} />
      <MergedNotice request={request} unmerge={acts.unmerge} />
      <RaisedFlags request={request} />
      <ToldAgain request={request} />
      <PerhapsSame number={request.number} alike={alike} now={request.now} dismiss={acts.dismiss} />
      <div className={classes.columns}>
        <div className={classes.account}>
          <Decisions
            decisions={request.decisions}
            now={request.now}
            amend={
              request.stage !== 'in_review' &&
              request.decisions[0]?.mayAmend && (
                <LinkButton isQuiet isSmall href={`/requests/${request.number}/amend`}>
                  Amend
                </LinkButton>
              )
            }
          />
          <PartSection {...at} part="complaint" Shown={ComplaintShown} />
          <PartSection {...at} part="redFlags" Shown={RedFlagsShown} />
          <PartSection {...at} part="conservativeCare" Shown={CareShown} />
          <PartSection {...at} part="imaging" Shown={ImagingShown} />
          <PartSection {...at} part="report" Shown={ReportShown} />
          <Documents request={request} remove={acts.removeFile} />
        </div>
        <div className={`${classes.file} ${classes.isSingle}`}>
          <PartSection {...at} part="person" Shown={PersonShown} />
          <PartSection {...at} part="consents" Shown={ConsentsShown} />
          <PartSection {...at} part="priorSurgery" Shown={SurgeryShown} />
          <PartSection {...at} part="fitness" Shown={FitnessShown} />
          <PartSection {...at} part="insurance" Shown={InsuranceShown} />
          <section className={classes.part} aria-label="Source">
            <h2 className={classes.heading}>Source</h2>
            <SourceShown request={request} />
          </section>
        </div>
        <div id="talk" tabIndex={-1} className={classes.talk}>
          <FollowUps request={request} complete={acts.completeFollowUp} />
          <WritingDesk request={request} acts={acts} />
          <MailOf mails={request.mails} now={request.now} />
          <Stream request={request} writeNote={acts.writeNote} />
        </div>
      </div>
    </article>
  );
}

/** What was left half-corrected is open at once, without taking the focus. */
function useEditing(): Editing {
  const isKept = useIsKept();
  const [open, setOpen] = useState<Editing['open']>(() =>
    Object.fromEntries(
      Object.keys(PART_WORDS)
        .filter((part) => isKept('part', part))
        .map((part) => [part, '']),
    ),
  );
  return {
    open,
    start: (part: Part, field = FIRST_FIELD[part]) => setOpen((was) => ({ ...was, [part]: field })),
    end: (part: Part) => setOpen(({ [part]: _, ...rest }) => rest),
  };
}
