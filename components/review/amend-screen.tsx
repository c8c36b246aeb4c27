'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { ChangedMeanwhile } from '@/components/decision/changed-meanwhile';
import decisionClasses from '@/components/decision/decision.module.css';
import { DecisionFields } from '@/components/decision/decision-fields';
import { DecisionProblem } from '@/components/decision/decision-problem';
import { type Draft, draftOf, told } from '@/components/decision/draft';
import { ImagesField } from '@/components/decision/images-field';
import { TextField } from '@/components/decision/text-field';
import { useDecisionKeys } from '@/components/decision/use-decision-keys';
import { useKeptDraft } from '@/components/decision/use-kept-draft';
import { useWanted } from '@/components/decision/use-wanted';
import { useReading } from '@/components/live/use-reading';
import { DraftLine } from '@/components/ui/draft-line';
import { type Action, useSave } from '@/components/ui/use-save';
import type { DecisionShown, OpenRequest } from '@/lib/domain/desk';
import { ImagesPanel } from './images-panel';
import { PersonBar } from './person-bar';
import { Reading } from './reading';
import classes from './review.module.css';

type Props = { readonly request: OpenRequest; readonly decision: DecisionShown; readonly amend: Action<unknown> };

/** The file on the left as it was read; on the right the same questions with the earlier answers, and why they change. */
export function AmendScreen({ request, decision, amend }: Props) {
  const router = useRouter();
  useReading(request.number);
  const { draft, change, isDirty, kept } = useKeptDraft(
    { number: request.number, kind: 'amendment', about: String(decision.version) },
    draftOf(decision),
  );
  const { save, isSaving, problem } = useSave(amend);
  const form = useRef<HTMLFormElement>(null);
  const { wanted, standing, touch } = useWanted(problem);

  async function keep() {
    if (isSaving) return;
    const { amendReason } = draft;
    const said = { number: request.number, version: request.version, ...told(draft), amendReason };
    const saved = await kept.send((spent) => save({ ...said, ...spent }));
    if (saved.ok) router.push(`/requests/${request.number}`);
  }
  function mark(part: Partial<Draft>) {
    change(part);
    touch(part);
  }
  useDecisionKeys({ onVerdict: (verdict) => mark({ verdict }), onSave: () => void keep() });
  useEffect(() => {
    if (problem) form.current?.querySelector('[data-wrong]')?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  useEffect(() => {
    if (problem?.code === 'conflict') router.refresh();
  }, [problem, router]);

  return (
    <div className={classes.screen}>
      <PersonBar request={request} doing="Amend the decision">
        <a href="#amended" className={classes.toForm}>
          To the form
        </a>
      </PersonBar>
      <div className={classes.columns}>
        <Reading request={request} amended={decision} />
        <ImagesPanel request={request} />
        <form
          ref={form}
          id="amended"
          tabIndex={-1}
          className={`${classes.column} ${classes.form}`}
          aria-label="Amended decision"
          aria-busy={isSaving}
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <div className={classes.asked}>
            <p className={decisionClasses.hint}>
              The earlier version stays in the history, and the person is told again.
            </p>
            <TextField
              title="Why it is amended"
              path="amendReason"
              rows={2}
              value={draft.amendReason}
              wanted={wanted}
              onChange={(amendReason) => mark({ amendReason })}
            />
            <DecisionFields draft={draft} region={request.complaint.region} wanted={wanted} onChange={mark} />
            <ImagesField
              chosen={draft.imagesReviewedOn}
              wanted={wanted}
              onChange={(imagesReviewedOn) => mark({ imagesReviewedOn })}
            />
          </div>
          <div className={classes.foot}>
            <DraftLine draft={kept} />
            {standing?.code === 'conflict' && <ChangedMeanwhile request={request} />}
            <DecisionProblem problem={standing} isBusy={isSaving} />
            <div className={decisionClasses.pair}>
              <button type="submit" className={decisionClasses.save} disabled={isSaving || !isDirty}>
                {isSaving ? 'Saving…' : `Save version ${decision.version + 1}`}
              </button>
              <Link className={decisionClasses.quiet} href={`/requests/${request.number}`} prefetch={false}>
                Back without saving
              </Link>
            </div>
          </div>
        </form>
      </div>
    </div>
  );
}
