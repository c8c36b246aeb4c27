'use client';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { CallerMatches } from '@/components/duplicates/caller-matches';
import { DraftLine } from '@/components/ui/draft-line';
import { useDraftOf, useKept } from '@/components/ui/use-draft';
import { type Action, useSave } from '@/components/ui/use-save';
import { NEW_REQUEST } from '@/lib/domain/drafts';
import classes from './entry.module.css';
import { EntryRail } from './entry-rail';
import { CareFields } from './parts/care-fields';
import { ComplaintFields } from './parts/complaint-fields';
import { ConsentFields } from './parts/consent-fields';
import { type Draft, emptyDraft, toldWhole } from './parts/draft';
import { fieldErrors } from './parts/field-errors';
import narrow from './parts/fields.module.css';
import { FitnessFields, InsuranceFields, ReportFields, SurgeryFields } from './parts/history-fields';
import { ImagingFields } from './parts/imaging-fields';
import { ContactFields, NameFields } from './parts/person-fields';
import { RedFlagScript } from './parts/red-flag-script';
import { SourceFields } from './parts/source-fields';
import { ProblemSummary } from './problem-summary';
import { useLeaveWarning } from './use-leave-warning';

/** In the order of a call: who is it, is it an emergency, may we, what hurts. */
const SECTIONS = [
  ['Who is calling', NameFields],
  ['Red flags', RedFlagScript],
  ['Consents', ConsentFields],
  ['Complaint', ComplaintFields],
  ['Care tried', CareFields],
  ['Imaging', ImagingFields],
  ['Report', ReportFields],
  ['Contact and language', ContactFields],
  ['Prior surgery', SurgeryFields],
  ['Fitness', FitnessFields],
  ['Insurance', InsuranceFields],
  ['Source', SourceFields],
] as const;

export function EntryForm({ create }: { create: Action<{ number: string }> }) {
  const router = useRouter();
  const [start] = useState(emptyDraft);
  const { keeper, atFirst } = useKept({ number: NEW_REQUEST, kind: 'entry' }, start);
  const form = useForm<Draft>({ mode: 'controlled', initialValues: atFirst });
  const isNothing = JSON.stringify(form.values) === JSON.stringify(start);
  const draft = useDraftOf(keeper, start, form.values, isNothing, form.setValues);
  const { save, isSaving, isSaved, problem } = useSave(create);
  useLeaveWarning(draft.isUnsaved() && !isSaved, draft.isStuck);
  const element = useRef<HTMLFormElement>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    form.clearErrors();
    const result = await draft.send((spent) => save({ ...toldWhole(form.values), ...spent }));
    if (result.ok) router.push(`/requests/${result.answer.number}`);
    else form.setErrors(fieldErrors(result.problem, form));
  }

  return (
    <form
      ref={element}
      onSubmit={send}
      onKeyDown={(event) => onEnter(event, element.current)}
      noValidate
      className={classes.entry}
    >
      <div className={classes.sheet}>
        <h1>New request</h1>
        <ProblemSummary problem={problem} form={form} />
        {SECTIONS.map(([words, Fields]) => (
          <section key={words} aria-label={words} className={classes.section}>
            <h2>{words}</h2>
            <div className={`${classes.fields} ${narrow.narrows}`}>
              <Fields form={form} />
            </div>
          </section>
        ))}
      </div>
      <EntryRail form={form}>
        <CallerMatches form={form} />
        <Button type="submit" fullWidth loading={isSaving || isSaved}>
          Save request
        </Button>
        <Link href="/requests" prefetch={false} className={classes.cancel}>
          Back to the list
        </Link>
        <DraftLine draft={draft} />
      </EntryRail>
    </form>
  );
}

/** Enter in a field must not end the call; Ctrl or Cmd with Enter saves. */
function onEnter(event: KeyboardEvent, form: HTMLFormElement | null): void {
  if (event.key !== 'Enter') return;
  if (event.ctrlKey || event.metaKey) form?.requestSubmit();
  else if (event.target instanceof HTMLInputElement) event.preventDefault();
}
