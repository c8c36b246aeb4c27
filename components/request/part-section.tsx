'use client';
import { UnstyledButton } from '@mantine/core';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { OpenRequest } from '@/lib/domain/desk';
import type { RequestActs } from './acts';
import { PartForm } from './part-form';
import type { Part } from './parts/draft';
import { PART_WORDS } from './parts/parts';
import classes from './request.module.css';

export type Editing = {
  /** Open parts, each with the field to start at. */
  readonly open: Partial<Record<Part, string>>;
  readonly start: (part: Part, field?: string) => void;
  readonly end: (part: Part) => void;
};
type Props = {
  readonly part: Part;
  readonly request: OpenRequest;
  readonly editing: Editing;
  readonly correct: RequestActs['correct'];
  readonly Shown: ComponentType<{ request: OpenRequest }>;
};

/** What is on file, turned into its form in place. */
export function PartSection({ part, request, editing, correct, Shown }: Props) {
  const edit = useRef<HTMLButtonElement>(null);
  const focusOn = editing.open[part];
  const mayCorrect = request.allowedActions.some(({ action }) => action === 'request.correct');
  const [isSaved, setSaved] = useState(false);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && focusOn === undefined) edit.current?.focus();
    wasOpen.current = focusOn !== undefined;
  }, [focusOn]);
  const close = (wasSaved: boolean) => {
    setSaved(wasSaved);
    editing.end(part);
  };
  return (
    <section className={classes.part} aria-label={PART_WORDS[part]}>
      <h2 className={classes.heading}>
        {PART_WORDS[part]}
        <span role="status" className={classes.saved}>
          {isSaved && focusOn === undefined ? 'Saved' : ''}
        </span>
        {mayCorrect && focusOn === undefined && (
          <UnstyledButton
            ref={edit}
            className={classes.edit}
            aria-label={`Edit ${PART_WORDS[part].toLowerCase()}`}
            onClick={() => editing.start(part)}
          >
            Edit
          </UnstyledButton>
        )}
      </h2>
      {focusOn === undefined ? (
        <Shown request={request} />
      ) : (
        <PartForm part={part} request={request} correct={correct} focusOn={focusOn} Shown={Shown} onClose={close} />
      )}
    </section>
  );
}
