'use client';
import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { PlainButton } from '@/components/ui/plain-button';
import { useSave } from '@/components/ui/use-save';
import { MOST_BYTES, MOST_ROWS } from '@/lib/domain/imports';
import type { UploadActs } from './acts';
import classes from './import.module.css';
import { sendPieces } from './send-file';

type Props = { readonly sources: readonly string[]; readonly acts: UploadActs };

/** A file chosen or dropped, and where it comes from. What was chosen stays when it cannot be sent. */
export function Upload({ sources, acts }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [isOver, setOver] = useState(false);
  const { send, part, wrong } = useUpload(acts);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isSending = part !== null;

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !isSending) setFile(dropped);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    // A file may be chosen before the page is alive: then nobody heard of it.
    void send(file ?? input.current?.files?.[0] ?? null, source.trim());
  }
  return (
    <form onSubmit={submit} noValidate className={classes.upload}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={`${id}file`}>CSV file</label>
        <input
          ref={input}
          id={`${id}file`}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          disabled={isSending}
          aria-invalid={wrong?.field === 'file' || undefined}
          aria-describedby={`${id}hint`}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
        {file && <p className={classes.chosen}>{file.name}</p>}
        <p id={`${id}hint`} className={classes.soft}>
          Choose it or drop it here. One row a person, names of the columns in the first row; at most{' '}
          {MOST_ROWS.toLocaleString('en-US')} rows. Nothing is stored before you have seen what it would be.
        </p>
      </div>
      <div className={classes.from}>
        <label htmlFor={`${id}source`}>Where does it come from?</label>
        <input
          id={`${id}source`}
          list={`${id}sources`}
          value={source}
          maxLength={100}
          disabled={isSending}
          autoComplete="off"
          aria-invalid={wrong?.field === 'source' || undefined}
          aria-describedby={`${id}why`}
          placeholder="Spring fair, old website …"
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <datalist id={`${id}sources`}>
          {sources.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <p id={`${id}why`} className={classes.soft}>
          The meaning of the columns is remembered by it, and each request keeps it as its campaign.
        </p>
        <PlainButton type="submit" disabled={isSending}>
          {isSending ? 'Uploading …' : 'Upload'}
        </PlainButton>
      </div>
      {isSending && <progress className={classes.bar} aria-label="Uploaded" value={part} max={1} />}
      {wrong && (
        <p role="alert" className={classes.wrong}>
          {wrong.words}
        </p>
      )}
    </form>
  );
}

type Wrong = { readonly field: 'file' | 'source' | null; readonly words: string };

function useUpload({ begin, end }: UploadActs) {
  const router = useRouter();
  const [part, setPart] = useState<number | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { save: announce } = useSave(begin);
  const { save: finish } = useSave(end);

  async function send(file: File | null, source: string) {
    const refused = problemOf(file, source);
    setWrong(refused);
    if (refused || !file) return;
    setPart(0);
    const over = await sendWhole(file, source);
    if (typeof over === 'string') router.push(over);
    else {
      setPart(null);
      setWrong(over);
    }
  }
  async function sendWhole(file: File, source: string): Promise<string | Wrong> {
    const begun = await announce({ source, fileName: file.name.slice(0, 255), bytes: file.size });
    if (!begun.ok) return { field: null, words: begun.problem.fields[0]?.message ?? begun.problem.detail };
    const refused = await sendPieces(file, begun.answer.batchId, setPart);
    if (refused) return { field: null, words: refused };
    const ended = await finish({ batchId: begun.answer.batchId, bytes: file.size });
    if (!ended.ok) return { field: null, words: ended.problem.detail };
    return `/import/${ended.answer.batchId}${ended.answer.isRepeat ? '?again=1' : ''}`;
  }
  return { send, part, wrong };
}

function problemOf(file: File | null, source: string): Wrong | null {
  if (!file) return { field: 'file', words: 'Choose a file first.' };
  if (file.size === 0) return { field: 'file', words: 'This file is empty.' };
  if (file.size > MOST_BYTES) return { field: 'file', words: 'This file is longer than 100 MB: split it.' };
  if (/\.(xlsx?|ods|numbers)$/i.test(file.name))
    return { field: 'file', words: 'This is a workbook. Save it as CSV (UTF-8) in your spreadsheet program first.' };
  if (!source) return { field: 'source', words: 'Say where the file comes from.' };
  return null;
}
