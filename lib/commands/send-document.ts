import { z } from 'zod';
import { transact } from '@/db/client';
import { DOCUMENT_KINDS } from '@/lib/domain/documents';
import { mayAddFile } from '@/lib/domain/person-page';
import { refuse } from '@/lib/domain/refusal';
import { keptFile, nameDocument, sentFile } from '@/lib/door/document';
import { opening } from '@/lib/door/door';
import { isSeen, personToken, requestOf } from '@/lib/door/person-link';

/** What a person adds from their own page, once they told their date of birth. Which request it helps is nobody's to learn here. */
export const sendDocument = opening({
  action: 'document.send',
  input: z.strictObject({
    token: personToken,
    proof: z.string().max(200).optional(),
    kind: z.enum(DOCUMENT_KINDS),
    file: sentFile,
  }),
  async outside(_, { token, proof, kind, file }, now, about) {
    const request = (await transact((tx) => requestOf(tx, token, now))) ?? refuse('gone');
    about(request.id);
    if (!isSeen(token, proof, now)) refuse('unauthenticated');
    if (!mayAddFile(request)) refuse('gone');
    return keptFile(kind, file);
  },
  async run(at, { token }, kept) {
    const request = (await requestOf(at.tx, token, at.now)) ?? refuse('gone');
    if (!mayAddFile(request)) refuse('gone');
    await nameDocument(at, request.id, kept, 'status_page');
    return { isKept: true };
  },
});
