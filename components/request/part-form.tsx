'use client';
import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ComponentType, type FormEvent, useEffect, useState } from 'react';
import { DraftLine } from '@/components/ui/draft-line';
import { useDraftOf, useKept } from '@/components/ui/use-draft';
import { type Action, useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import { focusField } from './focus-field';
import { Notice } from './notice';
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
  const [hasSeen, setSeen] = useState(false);
  const [kept, setKept] = useState<number>();
  const form = useForm<Draft>({ mode: 'controlled', initialValues: { ...draftOf(request), [part]: atFirst.typed } });
  const { save, isSaving, problem } = useSave(correct);
  const Fields = PART_FIELDS[part];
  const isMovedOn = onFile(request, part) !== opened.stored;
  const typed = { ...opened, typed: form.values[part] };
  const isDirty = JSON.stringify(typed.typed) !== JSON.stringify(start.typed);
  const draft = useDraftOf(keeper, start, typed, !isDirty, (value) => {
    setOpened(value);
    form.setValues({ [part]: value.typed });
  });
  useLeaveWarning(draft.isUnsaved() && kept === undefined, draft.isStuck);
  useEffect(() => focusField(focusOn), [focusOn]);

  async function send(event: FormEvent) {
    event.preventDefault();
    form.clearErrors();
    if (!isDirty) return onClose(false);
    const version = isMovedOn && !hasSeen ? opened.version : request.version;
    const said = { number: request.number, version, [part]: told(form.values, part) };
    const result = await draft.send((spent) => save({ ...said, ...spent }));
    if (result.ok) return setKept(result.answer.version);
    form.setErrors(fieldErrors(result.problem, form));
    const first = result.problem.fields.find(({ path }) => document.getElementById(path));
    if (first) focusField(first.path);
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
    <form onSubmit={send} noValidate className={classes.partForm}>
      <div className={`${classes.partFields} ${fields.narrows}`}>
        <Fields form={form} />
      </div>
      {isMovedOn && kept === undefined && (
        <Notice tone="amber" title="Somebody else changed this part. On file now:">
          <Shown request={request} />
          {!hasSeen && (
            <Button mt={6} size="compact-sm" variant="default" onClick={() => setSeen(true)}>
              Go on with what I typed
            </Button>
          )}
        </Notice>
      )}
      <ProblemNote
        problem={problem}
        version={request.version}
        shownAtFields={[part]}
        onUseCurrent={() => setSeen(true)}
      />
      <Group gap="xs">
        <Button type="submit" loading={isSaving || kept !== undefined}>
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

const DISCARD = 'Discard what you typed here?';

function onFile(request: OpenRequest, part: Part): string {
  return JSON.stringify(told(draftOf(request), part));
}
