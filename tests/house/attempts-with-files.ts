import { randomUUID } from 'node:crypto';
import { addDocument } from '@/lib/commands/add-document';
import { removeDocument } from '@/lib/commands/remove-document';
import { sendDocument } from '@/lib/commands/send-document';
import { sweepFiles } from '@/lib/commands/sweep-files';
import type { Actor } from '@/lib/domain/permissions';
import { readDocument } from '@/lib/queries/read-document';
import { type Attempt, EARLY, NEVER, standingIn } from './attempts';
import { theCast } from './cast';
import { aSentForm, seen } from './forms';
import type { Whose } from './matrix';

/** A report in plain text, no two alike. */
export const aFile = (text = `Disc protrusion at L4-L5, ${randomUUID()}`, called = 'report.txt') => ({
  called,
  bytes: new Uint8Array(Buffer.from(text)),
});

async function aDocument(actor: Actor, whose: Whose) {
  const number = await standingIn('triage', actor, whose);
  if (number === NEVER) return { number, id: randomUUID() };
  const { documentId } = await addDocument(theCast().coordinator, { number, kind: 'mri_report', file: aFile() });
  return { number, id: documentId };
}

/** Attempts at what lies beside a request as files. */
export const WITH_FILES: readonly Attempt[] = [
  {
    action: 'document.add',
    act: addDocument,
    whose: EARLY,
    say: async (actor, whose) => ({
      number: await standingIn('triage', actor, whose),
      kind: 'mri_report',
      file: aFile(),
    }),
  },
  {
    action: 'document.read',
    act: readDocument,
    whose: EARLY,
    async say(actor, whose) {
      const { number, id } = await aDocument(actor, whose);
      return { number, document: id };
    },
  },
  {
    action: 'document.remove',
    act: removeDocument,
    whose: EARLY,
    async say(actor, whose) {
      const { number, id } = await aDocument(actor, whose);
      return { number, documentId: id, reason: 'another person’s' };
    },
  },
  {
    action: 'document.send',
    act: sendDocument,
    whose: ['none'],
    say: async () => ({ ...(await seen(await aSentForm())), kind: 'mri_report', file: aFile() }),
  },
  { action: 'files.sweep', act: sweepFiles, whose: ['none'], isQuiet: true, say: async () => ({}) },
];
