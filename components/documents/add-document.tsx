'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { sayOwnChange } from '@/components/live/own-change';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { untilBack } from '@/components/ui/session-pause';
import { ACCEPT, DOCUMENT_KINDS, type DocumentKind, FAULT_WORDS, KIND_WORDS, MOST_BYTES } from '@/lib/domain/documents';
import type { Problem } from '@/lib/domain/refusal';
import classes from './documents.module.css';

/** A file and what it is. What was chosen stays when it cannot be sent. */
export function AddDocument({ number }: { number: string }) {
  const [kind, setKind] = useState<DocumentKind>('mri_report');
  const input = useRef<HTMLInputElement>(null);
  const { send, problem, said } = useSending(number);
  const id = useId();
  const isSending = said === 'sending';

  async function submit(event: FormEvent) {
    event.preventDefault();
    const isAdded = await send(kind, input.current?.files?.[0] ?? null);
    if (isAdded && input.current) input.current.value = '';
  }
  return (
    <form onSubmit={submit} noValidate className={classes.add} aria-label="Add a document" aria-busy={isSending}>
      <label htmlFor={`${id}kind`}>Add a</label>
      <select
        id={`${id}kind`}
        value={kind}
        disabled={isSending}
        onChange={(event) => setKind(event.currentTarget.value as DocumentKind)}
      >
        {DOCUMENT_KINDS.map((one) => (
          <option key={one} value={one}>
            {KIND_WORDS[one]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}file`} className={classes.unseen}>
        File
      </label>
      <input
        ref={input}
        id={`${id}file`}
        type="file"
        accept={ACCEPT[kind]}
        disabled={isSending}
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${id}hint`}
      />
      <PlainButton type="submit" isQuiet isSmall disabled={isSending}>
        {isSending ? 'Sending …' : 'Add'}
      </PlainButton>
      <p id={`${id}hint`} className={classes.soft}>
        {kind === 'mri_report' ? 'PDF to 20 MB, or plain text' : 'PNG or JPEG to 15 MB'}{' '}
        <span role="status">
          {said === 'added' ? 'Added.' : said === 'known' ? 'This file stands here already.' : ''}
        </span>
      </p>
      <ProblemLine problem={problem} />
    </form>
  );
}

type Said = 'nothing' | 'sending' | 'added' | 'known';

function useSending(number: string) {
  const router = useRouter();
  const [said, setSaid] = useState<Said>('nothing');
  const [problem, setProblem] = useState<Problem | null>(null);

  async function send(kind: DocumentKind, file: File | null): Promise<boolean> {
    const refused = file
      ? file.size > MOST_BYTES['application/pdf']
        ? FAULT_WORDS.too_large
        : null
      : 'Choose a file first.';
    setProblem(refused ? notAdded(refused) : null);
    if (refused || !file) return false;
    setSaid('sending');
    let answer = await post(number, kind, file);
    // The page asks for the password; the same file then goes on.
    if ('problem' in answer && answer.problem.code === 'unauthenticated' && (await untilBack()))
      answer = await post(number, kind, file);
    setProblem('problem' in answer ? answer.problem : null);
    setSaid('problem' in answer ? 'nothing' : answer.isNew ? 'added' : 'known');
    if ('problem' in answer) return false;
    sayOwnChange();
    router.refresh();
    return true;
  }
  return { send, said, problem };
}

const notAdded = (detail: string): Problem => ({ code: 'invalid', title: 'Not added', detail, fields: [] });

async function post(
  number: string,
  kind: DocumentKind,
  file: File,
): Promise<{ problem: Problem } | { isNew: boolean }> {
  const body = new FormData();
  body.append('kind', kind);
  body.append('file', file);
  const answer = await fetch(`/api/requests/${number}/documents`, { method: 'POST', body }).catch(() => null);
  const told = (await answer?.json().catch(() => null)) as (Problem & { isNew: boolean }) | null | undefined;
  if (answer?.ok && told) return { isNew: told.isNew };
  if (told?.detail) return { problem: { ...told, fields: told.fields ?? [] } };
  return { problem: notAdded('The clinic could not be reached. The file you chose is still here: try again.') };
}
