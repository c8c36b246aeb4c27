'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { DraftLine } from '@/components/ui/draft-line';
import { type Action, useSave } from '@/components/ui/use-save';
import type { DecisionShown, OpenRequest } from '@/lib/domain/desk';
import classes from './amend.module.css';
import decisionClasses from './decision.module.css';
import { DecisionFields } from './decision-fields';
import { DecisionProblem } from './decision-problem';
import { type Draft, draftOf, told } from './draft';
import { EarlierDecision } from './earlier-decision';
import { ImagesField } from './images-field';
import { TextField } from './text-field';
import { useDecisionKeys } from './use-decision-keys';
import { useKeptDraft } from './use-kept-draft';
import { useWanted } from './use-wanted';

type Props = { readonly request: OpenRequest; readonly decision: DecisionShown; readonly amend: Action<unknown> };

/** The same questions with the earlier answers, and why they change. */
export function AmendForm({ request, decision, amend }: Props) {
  const router = useRouter();
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
      <header>
        <h1>Amend the decision: {request.person.name}</h1>
        <p className={classes.soft}>
          <Link href={`/requests/${request.number}`} prefetch={false}>
            {request.number}
          </Link>{' '}
          · {request.complaint.summary}. The earlier version stays in the history, and the person is told again.
        </p>
      </header>
      <div className={classes.columns}>
        <form
          ref={form}
          className={classes.form}
          aria-label="Amended decision"
          aria-busy={isSaving}
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
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
          <DecisionProblem problem={standing} isBusy={isSaving} />
          <div className={classes.buttons}>
            <button type="submit" className={decisionClasses.save} disabled={isSaving || !isDirty}>
              {isSaving ? 'Saving…' : `Save version ${decision.version + 1}`}
            </button>
            <Link className={decisionClasses.quiet} href={`/requests/${request.number}`} prefetch={false}>
              Back without saving
            </Link>
            <DraftLine draft={kept} />
          </div>
        </form>
        <EarlierDecision decision={decision} now={request.now} />
      </div>
    </div>
  );
}
