'use client';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DeskActs } from '@/components/bulk/acts';
import { UndoBar } from '@/components/bulk/undo-bar';
import type { Undo } from '@/components/bulk/use-undo';
import { begin } from '@/components/request/begin';
import { useClinic } from '@/components/ui/clinic';
import { DraftsKept } from '@/components/ui/drafts-kept';
import { LinkButton } from '@/components/ui/link-button';
import { PlainButton } from '@/components/ui/plain-button';
import { mayOpen } from '@/components/worklist/columns';
import type { OpenRequest, WorklistItem } from '@/lib/domain/desk';
import type { Answer } from '@/lib/domain/refusal';
import { STAGE_WORDS, type Stage } from '@/lib/domain/stages';
import classes from './peek.module.css';
import { PeekFailed } from './peek-failed';
import { PeekShown } from './peek-shown';
import type { Looking } from './use-peek';
import { usePeeked } from './use-peeked';

type Props = {
  readonly number: string;
  /** As the list shows it; absent once it has left the list. */
  readonly row: WorklistItem | undefined;
  readonly looking: Looking;
  readonly acts: DeskActs;
  readonly undo: Undo;
};

/** One request beside the list: enough to triage it without opening it. */
export function PeekPanel({ number, row, looking, acts, undo }: Props) {
  const { me } = useClinic();
  const router = useRouter();
  const panel = useRef<HTMLElement>(null);
  const mayLook = row === undefined || mayOpen(row, me.role);
  const { shown, again, amend } = usePeeked(number, row?.version, mayLook);
  const [said, setSaid] = useState('');
  const isUnsaved = useHeld(looking, panel);
  const { wanted, onBegun, isSheet } = looking;

  useEffect(() => {
    if (isSheet) panel.current?.focus();
  }, [isSheet]);
  useEffect(() => {
    if (shown.state === 'loading' || wanted === null) return;
    begin(panel.current, wanted);
    onBegun();
  }, [shown.state, wanted, onBegun]);

  const takeBack = (version: number) => async () => {
    const answer = await acts.undo({ number, version }, crypto.randomUUID()).catch(() => null);
    setSaid(answer?.ok ? `${number}: undone` : `${number} was not put back: ${answer?.problem.detail ?? 'no answer'}`);
    again();
  };
  async function move(input: unknown, key: string): Promise<Answer<unknown>> {
    const result = await acts.move(input, key);
    if (!result.ok) return result;
    const { stage, version } = result.answer as { stage: Stage; version: number };
    if (stage === 'in_review') router.push('/review');
    if (me.role !== 'surgeon')
      undo.offer({ words: `${number} is now in ${STAGE_WORDS[stage].toLowerCase()}`, undo: takeBack(version) });
    const next = looking.onward(number);
    if (next === 'held') setSaid('');
    else setSaid(next ? `Now ${next.number}, ${next.person.name}` : 'That was the last one on this page');
    if (!next || next === 'held') again();
    return result;
  }
  async function assign(input: unknown, key: string): Promise<Answer<unknown>> {
    const result = await acts.assign(input, key);
    if (!result.ok) return result;
    const { assignedTo, version } = result.answer as Pick<OpenRequest, 'assignedTo' | 'version'>;
    amend({ version });
    if (me.role !== 'surgeon')
      undo.offer({ words: `${number} is with ${assignedTo?.name ?? 'nobody'}`, undo: takeBack(version) });
    return result;
  }
  async function note(input: unknown, key: string): Promise<Answer<unknown>> {
    const result = await acts.note(input, key);
    if (result.ok) again();
    return result;
  }
  function keyed(event: KeyboardEvent<HTMLElement>) {
    const field = event.target instanceof HTMLElement ? event.target.closest('textarea, input') : null;
    if (!field || event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.closest('form')?.requestSubmit();
    else if (event.key === 'Escape') panel.current?.focus();
    else return;
    event.preventDefault();
  }
  return (
    <aside ref={panel} tabIndex={-1} className={classes.panel} aria-label={`Peek at ${number}`} onKeyDown={keyed}>
      <div className={classes.bar}>
        <span role="status" className={classes.said}>
          {said}
        </span>
        {mayLook && (
          <LinkButton isQuiet isSmall href={`/requests/${number}`} aria-label={`Open ${number}`}>
            Open
          </LinkButton>
        )}
        <PlainButton isQuiet isSmall onClick={looking.close} aria-label="Close the peek">
          Close
        </PlainButton>
      </div>
      {isUnsaved && (
        <p role="alert" className={classes.unsaved}>
          What you typed on {number} is not saved yet. Save it or empty the field, then go on.
        </p>
      )}
      {shown.state === 'open' && mayLook ? (
        <DraftsKept drafts={shown.drafts}>
          <PeekShown
            key={number}
            request={shown.request}
            acts={{ move, assign, note, tag: acts.tag }}
            onTagged={again}
          />
        </DraftsKept>
      ) : (
        <PeekFailed state={mayLook ? shown.state : 'free'} number={number} row={row} onAgain={again} />
      )}
      {isSheet && <UndoBar undo={undo} />}
    </aside>
  );
}

/** Says no to leaving while a field of the panel holds text that was typed and not saved. */
function useHeld({ held }: Looking, panel: React.RefObject<HTMLElement | null>): boolean {
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    held.current = () => {
      const fields = [...(panel.current?.querySelectorAll<HTMLTextAreaElement>('textarea') ?? [])];
      const typed = fields.find(({ value }) => value.trim() !== '');
      setUnsaved(typed !== undefined);
      typed?.focus();
      return typed !== undefined;
    };
    return () => {
      held.current = null;
    };
  }, [held, panel]);
  return isUnsaved;
}
