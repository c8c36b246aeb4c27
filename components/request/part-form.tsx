'use client';
import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { type ComponentType, useEffect, useState } from 'react';
import { DraftLine } from '@/components/ui/draft-line';
import { useDraftOf, useKept } from '@/components/ui/use-draft';
import { type Action, useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import { focusField } from './focus-field';
import { Notice } from './notice';
import { PartConflict } from './part-conflict';
import { type Draft, draftOf, type Part, told } from './parts/draft';
import { fieldErrors } from './parts/field-errors';
import fields from './parts/fields.module.css';
import { PART_FIELDS } from './parts/part-fields';
import { ProblemNote } from './problem-note';
import classes from './request.module.css';
import { useLeaveWarning } from './use-leave-warning';

type Props = {
  readonly request: OpenRequest;
  readonly part: Part;
  readonly correct: Action<{ version: number }>;
  readonly focusOn: string;
  readonly Shown: ComponentType<{ request: OpenRequest }>;
  readonly onClose: (isSaved: boolean) => void;
};

/** One part, sent whole. Made against what was on file when it was opened, unless the typist has seen what stands now. */
export function PartForm({ request, part, correct, focusOn, Shown, onClose }: Props) {
  const [start] = useState({ typed: draftOf(request)[part], version: request.version, stored: onFile(request, part) });
  const { keeper, atFirst } = useKept({ number: request.number, kind: 'part', about: part }, start);
  const [opened, setOpened] = useState(atFirst);
  const [kept, setKept] = useState<number>();
  const [put, setPut] = useState<Draft>();
  const form = useForm<Draft>({ mode: 'controlled', initialValues: { ...draftOf(request), [part]: atFirst.typed } });
  const { save, isSaving, problem } = useSave(correct);
  const router = useRouter();
  const Fields = PART_FIELDS[part];
  const isMovedOn = onFile(request, part) !== opened.stored && kept === undefined && !isSaving;
  const typed = { ...opened, typed: form.values[part] };
  const isDirty = JSON.stringify(typed.typed) !== JSON.stringify(draftOf(request)[part]);
  const draft = useDraftOf(keeper, start, typed, !isDirty, (value) => {
    setOpened(value);
    form.setValues({ [part]: value.typed });
  });
  useLeaveWarning(draft.isUnsaved() && kept === undefined, draft.isStuck);
  useEffect(() => focusField(focusOn), [focusOn]);

  const hasSeen = () => setOpened({ ...opened, version: request.version, stored: onFile(request, part) });

  async function send(version: number) {
    form.clearErrors();
    if (!isDirty && !isMovedOn) return onClose(false);
    const said = { number: request.number, version, [part]: told(form.getValues(), part) };
    const result = await draft.send((spent) => save({ ...said, ...spent }));
    if (result.ok) return setKept(result.answer.version);
    if (result.problem.code === 'conflict') router.refresh();
    form.setErrors(fieldErrors(result.problem, form));
    const first = result.problem.fields.find(({ path }) => document.getElementById(path));
    if (first) focusField(first.path);
  }
  function takeTheirs() {
    setPut(form.getValues());
    form.setValues(draftOf(request));
    hasSeen();
  }
  function bringBack(mine: Draft) {
    form.setValues(mine);
    setPut(undefined);
  }
  // Closed when the page shows what was kept, so that the old answer does not flash by.
  const isKept = kept !== undefined && request.version >= kept;
  useEffect(() => {
    if (isKept) onClose(true);
  }, [isKept, onClose]);

  function cancel() {
    if (isDirty && !window.confirm(DISCARD)) return;
    if (isDirty) draft.discard();
    onClose(false);
  }

  return (
    <form
      noValidate
      className={classes.partForm}
      onSubmit={(event) => {
        event.preventDefault();
        void send(isMovedOn ? opened.version : request.version);
      }}
    >
      <div className={`${classes.partFields} ${fields.narrows}`}>
        <Fields form={form} />
      </div>
      {isMovedOn && (
        <PartConflict
          {...{ request, part, Shown, isSaving }}
          typed={form.values}
          onTakeTheirs={takeTheirs}
          onMerge={(merged) => {
            form.setValues(merged);
            hasSeen();
          }}
          onKeepMine={() => {
            hasSeen();
            void send(request.version);
          }}
        />
      )}
      {put && <TheirsTaken onBringBack={() => bringBack(put)} />}
      {!isMovedOn && <ProblemNote problem={problem} version={request.version} shownAtFields={[part]} />}
      <Group gap="xs">
        <Button type="submit" loading={isSaving || kept !== undefined} disabled={isMovedOn}>
          Save
        </Button>
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
        <DraftLine draft={draft} />
      </Group>
    </form>
  );
}

function TheirsTaken({ onBringBack }: { onBringBack: () => void }) {
  return (
    <Notice tone="green">
      What stands now is in the form.{' '}
      <Button size="compact-sm" variant="default" onClick={onBringBack}>
        Bring mine back
      </Button>
    </Notice>
  );
}

const DISCARD = 'Discard what you typed here?';

function onFile(request: OpenRequest, part: Part): string {
  return JSON.stringify(told(draftOf(request), part));
}
