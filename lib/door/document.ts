import 'server-only';
import { z } from 'zod';
import { addDocument, countDocuments, sameDocument } from '@/db/documents';
import { addEvent } from '@/db/events';
import { detailsOf, intakeOf } from '@/db/intakes';
import { type FoundRequest, findRequest, holdRequest, holdRequests, postpone, storeChange } from '@/db/requests';
import { digestOf, keepFile } from '@/lib/adapters/files';
import { readPdf } from '@/lib/adapters/pdf';
import { missingFrom } from '@/lib/domain/completeness';
import {
  type ContentType,
  type DocumentChannel,
  type DocumentKind,
  FAULT_WORDS,
  type FileFault,
  fits,
  MOST_BY_PERSON,
  MOST_STANDING,
  MOST_TEXT,
  titleFrom,
} from '@/lib/domain/documents';
import { textIn, toldByBytes } from '@/lib/domain/magic-bytes';
import { masksFor } from '@/lib/domain/masks';
import type { Actor } from '@/lib/domain/permissions';
import { refuse } from '@/lib/domain/refusal';
import { hasArrived, saidNumber } from '@/lib/domain/request';
import { saysTheSame } from '@/lib/domain/same';
import { dayOf, dueFor, earliest } from '@/lib/domain/working-time';
import { named } from './arrival';
import type { At } from './door';

/** A file as a form sent it. */
export const sentFile = z.strictObject({ called: z.string().max(2_000), bytes: z.instanceof(Uint8Array) });

/** What is known of a file once it was looked at and lies on the disk. */
export type KeptFile = {
  readonly kind: DocumentKind;
  readonly contentType: ContentType;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly title: string;
  readonly name: string;
  readonly text: string | null;
  readonly pages: number | null;
};

export function refuseFile(fault: FileFault): never {
  const code = fault === 'too_large' ? 'too_large' : 'invalid';
  return refuse(code, FAULT_WORDS[fault], [{ path: 'file', message: FAULT_WORDS[fault] }], { fault });
}

/** An insurance card is held back from whom the insurance is. */
export const maySeeKind = ({ role }: Actor, kind: DocumentKind, isDecided: boolean) =>
  kind !== 'insurance_card' || !masksFor(role, isDecided).includes('insurance');

/** Told to whoever runs the house by its id, and to whoever asked. */
export function refuseDamaged(id: string, how: 'gone' | 'damaged'): never {
  console.error(`document ${id} is ${how}: restore it from the backup`);
  return refuse(
    'damaged',
    'The file is not as it was kept, and is not shown. Tell your administrator, or ask for it again.',
  );
}

/** Looks at a file, reads it, and keeps it. Outside any transaction: a row names it afterwards, or it is swept away. */
export async function keptFile(kind: DocumentKind, { called, bytes }: z.output<typeof sentFile>): Promise<KeptFile> {
  const told = toldByBytes(bytes);
  if ('fault' in told) refuseFile(told.fault);
  if (!fits(kind, told.type)) refuseFile('wrong_kind');
  const read = await wordsIn(told.type, bytes);
  return {
    kind,
    contentType: told.type,
    sizeBytes: bytes.length,
    sha256: digestOf(bytes),
    title: titleFrom(called, kind),
    name: await keepFile(bytes),
    ...read,
  };
}

async function wordsIn(type: ContentType, bytes: Uint8Array): Promise<Pick<KeptFile, 'text' | 'pages'>> {
  if (type === 'text/plain')
    return { text: textIn(bytes)?.replace(/\r\n?/g, '\n').slice(0, MOST_TEXT).toWellFormed() ?? null, pages: null };
  if (type !== 'application/pdf') return { text: null, pages: null };
  const { fault, text, pages } = await readPdf(bytes);
  if (fault && fault !== 'unread') refuseFile(fault);
  return { text: text ?? null, pages: pages ?? null };
}

/** The row of a kept file, and all that follows from it. The same bytes once more are the file that stands already. */
export async function nameDocument(at: At, requestId: string, file: KeptFile, channel: DocumentChannel) {
  const { tx, actor, now } = at;
  const whole = await wholeOf(at, requestId);
  const [request] = await holdRequests(tx, [...new Set([requestId, whole.id])]);
  if (!request) refuse('not_found');
  const same = await sameDocument(tx, requestId, file.sha256);
  if (same) return { documentId: same, isNew: false };
  const { standing, byPerson } = await countDocuments(tx, requestId);
  if (standing >= MOST_STANDING || (channel === 'status_page' && byPerson >= MOST_BY_PERSON)) refuseFile('too_many');
  const addedBy = channel === 'staff' ? actor.id : null;
  const documentId = await addDocument(tx, { ...file, requestId, channel, addedBy, addedAt: now });
  await tellOfIt(at, whole.id, request, file.kind, channel);
  return { documentId, isNew: true };
}

/** What a request became part of in the end, or itself. */
async function wholeOf(at: At, id: string): Promise<FoundRequest> {
  const request = (await findRequest(at.tx, { id })) ?? refuse('not_found');
  return request.mergedInto ? wholeOf(at, request.mergedInto) : request;
}

/** Told where it is worked on. Who waits for it sees it by the clock of a request in triage. */
async function tellOfIt(at: At, wholeId: string, to: FoundRequest, kind: DocumentKind, channel: DocumentChannel) {
  const { tx, now, clinic } = at;
  const actor = named(at.actor);
  const { before, after } = await reckonMissing(at, wholeId);
  const other = before.id === to.id ? {} : { other: saidNumber(to.number) };
  await addEvent(tx, after, actor, now, { kind: 'document_added', facts: { document: kind, ...other } });
  if (hasArrived(before, after.missing)) {
    const dueAt = dueFor('triage', after.urgency, now, clinic);
    const moved = await storeChange(tx, after, { stage: 'triage', dueAt }, now);
    const reason = 'the missing items arrived';
    await addEvent(tx, moved, actor, now, { kind: 'moved', from: 'awaiting_info', to: 'triage', reason });
  } else if (after.stage === 'awaiting_info' && channel === 'status_page')
    await postpone(tx, after, earliest(after.dueAt, dueFor('triage', after.urgency, now, clinic)));
}

/** What is missing once files came or went: written only where that changed. */
export async function reckonMissing({ tx, now, clinic }: At, id: string) {
  const before = (await holdRequest(tx, { id })) ?? refuse('not_found');
  const details = (await detailsOf(tx, id)) ?? refuse('not_found');
  const missing = missingFrom(intakeOf(details), dayOf(now, clinic.timeZone), before);
  if (saysTheSame(missing, before.missing)) return { before, after: before };
  return { before, after: await storeChange(tx, before, { missing }, now) };
}

/** The request whose files these are seen with: what was merged is read through. */
export const wholeId = async (at: At, id: string) => (await wholeOf(at, id)).id;
