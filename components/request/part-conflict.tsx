'use client';
import { Button } from '@mantine/core';
import type { ComponentType } from 'react';
import { SideBySide } from '@/components/live/side-by-side';
import type { OpenRequest } from '@/lib/domain/desk';
import { type Draft, draftOf, type Part, told } from './parts/draft';

type Props = {
  readonly request: OpenRequest;
  readonly part: Part;
  readonly typed: Draft;
  readonly isSaving: boolean;
  readonly Shown: ComponentType<{ request: OpenRequest }>;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  /** Into the form, to be looked over before it is saved. */
  readonly onMerge: (merged: Draft) => void;
};

/** Somebody else saved this part while it was typed over: both stand here, and neither is lost. */
export function PartConflict({ request, part, typed, isSaving, Shown, ...choose }: Props) {
  const last = request.stream.find((item) => item.kind === 'event' && item.facts.parts?.includes(part));
  const merged = mergedText(part, typed, draftOf(request));
  return (
    <SideBySide
      title="Somebody else changed this part while you typed"
      mine={<Shown request={asTyped(request, part, typed)} />}
      theirs={<Shown request={request} />}
      by={last && { name: last.by.name, at: last.at }}
      now={request.now}
    >
      <Button size="compact-sm" onClick={choose.onKeepMine} loading={isSaving}>
        Save mine over it
      </Button>
      <Button size="compact-sm" variant="default" onClick={choose.onTakeTheirs}>
        Take theirs
      </Button>
      {merged && (
        <Button size="compact-sm" variant="default" onClick={() => choose.onMerge(merged)}>
          Put both texts in
        </Button>
      )}
    </SideBySide>
  );
}

/** The request as it would stand with what was typed. */
function asTyped(request: OpenRequest, part: Part, typed: Draft): OpenRequest {
  const said = told(typed, part) as object;
  if (part === 'person') {
    const { name, age } = request.person;
    return { ...request, person: { ...(said as OpenRequest['person']), name, age } };
  }
  if (part === 'complaint')
    return { ...request, complaint: { ...(said as OpenRequest['complaint']), summary: request.complaint.summary } };
  return { ...request, [part]: said };
}

/** Theirs first, then mine: only where a part is one long text, or has one. */
function mergedText(part: Part, mine: Draft, theirs: Draft): Draft | null {
  const both = (stands: string, typed: string) =>
    stands.trim() === '' || typed.includes(stands) ? typed : `${stands.trimEnd()}\n\n${typed}`;
  if (part === 'report')
    return { ...mine, report: { ...mine.report, text: both(theirs.report.text, mine.report.text) } };
  if (part === 'complaint')
    return { ...mine, complaint: { ...mine.complaint, story: both(theirs.complaint.story, mine.complaint.story) } };
  return null;
}
