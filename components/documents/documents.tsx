'use client';
import { type FormEvent, useId, useState } from 'react';
import parts from '@/components/request/request.module.css';
import { PlainButton } from '@/components/ui/plain-button';
import { ProblemLine } from '@/components/ui/problem-line';
import { type Action, useSave } from '@/components/ui/use-save';
import { When } from '@/components/ui/when';
import type { OpenRequest } from '@/lib/domain/desk';
import { type DocumentShown, KIND_WORDS } from '@/lib/domain/documents';
import { AddDocument } from './add-document';
import classes from './documents.module.css';
import { FileText } from './file-text';
import { addressOf, sizeWords } from './words';

type Props = { readonly request: OpenRequest; readonly remove: Action<unknown> };

/** Files beside the request: opened as they were sent, read where a machine could, added and removed. */
export function Documents({ request, remove }: Props) {
  const { documents, mayAddFiles } = request;
  return (
    <section className={parts.part} aria-label="Documents">
      <h2 className={parts.heading}>Documents</h2>
      {documents.length === 0 && <p className={parts.notAsked}>No files</p>}
      <ul className={classes.list}>
        {documents.map((document) => (
          <OneDocument key={document.id} document={document} request={request} remove={remove} />
        ))}
      </ul>
      {mayAddFiles && <AddDocument number={request.number} />}
    </section>
  );
}

function OneDocument({ document, request, remove }: Props & { document: DocumentShown }) {
  const { number, now, mayAddFiles } = request;
  return (
    <li>
      <p className={classes.head}>
        <b>{KIND_WORDS[document.kind]}</b>
        <a href={addressOf(number, document.id)} download aria-label={`Open ${document.title}`}>
          {document.title}
        </a>
        <span className={classes.soft}>
          {sizeWords(document)}, from {document.addedBy ?? 'the person'}
          {document.of ? ` with ${document.of}` : ''}, <When at={document.addedAt} now={now} />
        </span>
      </p>
      {document.kind === 'mri_report' && (
        <details className={classes.more}>
          <summary>Text</summary>
          <FileText text={document.text} />
        </details>
      )}
      {mayAddFiles && <Removal number={number} document={document} remove={remove} />}
    </li>
  );
}

/** Two steps and a reason: what is removed is out of sight for everybody. */
function Removal({ number, document, remove }: { number: string; document: DocumentShown; remove: Action<unknown> }) {
  const { save, isSaving, problem } = useSave(remove);
  const [reason, setReason] = useState('');
  const id = useId();
  function submit(event: FormEvent) {
    event.preventDefault();
    void save({ number, documentId: document.id, reason });
  }
  return (
    <details className={classes.more}>
      <summary aria-label={`Remove ${document.title}`}>Remove</summary>
      <form onSubmit={submit} noValidate className={classes.removal}>
        <label htmlFor={id}>Why is it removed?</label>
        <input
          id={id}
          value={reason}
          maxLength={500}
          autoComplete="off"
          disabled={isSaving}
          aria-invalid={problem !== null || undefined}
          placeholder="Another person’s report …"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <PlainButton type="submit" isQuiet isSmall disabled={isSaving}>
          {isSaving ? 'Removing …' : 'Remove it'}
        </PlainButton>
        <ProblemLine problem={problem} />
      </form>
    </details>
  );
}
